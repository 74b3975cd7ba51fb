/** Our own line drawings on a 16 px grid. */
const drawings = {
  bell: "M4 11V7a4 4 0 0 1 8 0v4l1.3 1.5H2.7zM6.8 14.5h2.4M8 1.5V3",
  down: "M3.5 6 8 10.5 12.5 6",
  up: "M3.5 10 8 5.5 12.5 10",
  left: "M10 3.5 5.5 8l4.5 4.5",
  right: "M6 3.5 10.5 8 6 12.5",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  close: "M4 4l8 8M12 4l-8 8",
  find: "M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.5 10.5 14 14",
  today:
    "M8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M3.4 12.6l1.4-1.4M11.2 4.8l1.4-1.4M10.6 8a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0z",
  calendar: "M4 3h8a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM2 6.5h12M5.5 1.5v3M10.5 1.5v3",
  decisions: "M2 9.5 3.8 3h8.4L14 9.5V13H2zM2 9.5h3.5L6.5 11h3l1-1.5H14",
  campaigns: "M3.5 14V2M3.5 2.8H12l-2 2.7 2 2.7H3.5",
  budget: "M1.8 11.5a6.2 6.2 0 1 1 12.4 0M8 11.5l3-3.6M8 5.2v1",
  insights: "M2 14h12M4 11V8M8 11V3M12 11V6",
  library:
    "M4 3h8a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM6.9 6.5a1.2 1.2 0 1 1-2.4 0 1.2 1.2 0 0 1 2.4 0zM2.5 12l4-3.5 2.5 2 2-1.5 2.6 2.4",
  channels:
    "M9.6 8a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0zM4.8 4.8a4.5 4.5 0 0 0 0 6.4M11.2 4.8a4.5 4.5 0 0 1 0 6.4M2.6 2.6a7.6 7.6 0 0 0 0 10.8M13.4 2.6a7.6 7.6 0 0 1 0 10.8",
  settings:
    "M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6M12 4.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM8 11.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0z",
  hold: "M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4zM6.3 6v4M9.7 6v4",
  keyboard: "M3 4h10a1.5 1.5 0 0 1 1.5 1.5v5A1.5 1.5 0 0 1 13 12H3a1.5 1.5 0 0 1-1.5-1.5v-5A1.5 1.5 0 0 1 3 4zM4.3 6.8v.01M6.8 6.8v.01M9.3 6.8v.01M11.8 6.8v.01M5 9.5h6",
  columns: "M2.5 3h11v10h-11zM8 3v10",
  filter: "M2 4h12M4.5 8h7M6.5 12h3",
  layers: "m8 2 6.5 3.3L8 8.6 1.5 5.3zM2 8.3l6 3 6-3M2 11.2l6 3 6-3",
  more: "M3.5 8v.01M8 8v.01M12.5 8v.01",
  check: "m3 8.5 3.4 3.4L13 5",
  clock: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 4.5V8l2.3 1.6",
  ask: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM6.2 6.3a1.9 1.9 0 1 1 2.6 1.8c-.5.2-.8.6-.8 1.1M8 11.3v.1",
  info: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 7.4v3.4M8 5.1v.1",
  eye: "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0z",
  pen: "M3 13l.7-2.8 7-7 2.1 2.1-7 7z",
  warning: "M8 2l6.5 11.5h-13zM8 6.5v3M8 11.6v.1",
  refused: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
  missed: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM3.8 12.2l8.4-8.4",
  send: "M14 2 7.2 8.8M14 2l-4.3 12-2.5-5.2L2 6.3z",
  download: "M8 2.5v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11",
  upload: "M8 10.5v-8M4.5 6 8 2.5 11.5 6M2.5 13.5h11",
  swap: "M3 5.5h9.5L10 3M13 10.5H3.5L6 13",
  crop: "M4.5 1.5v10h10M1.5 4.5h10v10",
  link: "M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.3-2.3A2.6 2.6 0 0 0 9 3.3l-.8.8M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l.8-.8",
  out: "M6.5 3H3v10h10V9.5M9 2.5h4.5V7M13.2 2.8 7.5 8.5",
  comment: "M2 3h12v8H7l-3 3v-3H2z",
  globe: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM2 8h12M8 2c2.5 2.5 2.5 9.5 0 12M8 2C5.5 4.5 5.5 11.5 8 14",
  like: "M5 7v6.5H2.5V7zM5 7l2.5-5c1 0 1.7.8 1.5 1.8L8.5 6h4c.8 0 1.4.8 1.2 1.6l-1 4.6c-.2.8-.8 1.3-1.6 1.3H5",
  share: "M9.5 3 14 7.3l-4.5 4.2V9C6 9 3.8 10 2 13c.3-4.5 3-7 7.5-7.3z",
  repost: "M3 9V5h8L9.5 3.5M13 7v4H5l1.5 1.5",
  heart: "M8 13.5S2 10 2 5.9A3.1 3.1 0 0 1 8 4.8a3.1 3.1 0 0 1 6 1.1C14 10 8 13.5 8 13.5z",
  bookmark: "M4 2.5h8v11L8 10.5l-4 3z",
  euro: "M12.5 3.8A5 5 0 1 0 12.5 12.2M2.5 6.8H9M2.5 9.3h6",
  trash: "M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 9h5.8l.6-9M6.8 7v4M9.2 7v4",
  copy: "M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1",
  undo: "M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M3 6.5 6 3.5M3 6.5l3 3",
  retry: "M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3",
  person: "M10.7 5.2a2.7 2.7 0 1 1-5.4 0 2.7 2.7 0 0 1 5.4 0zM2.8 14c.4-3 2.5-4.3 5.2-4.3s4.8 1.3 5.2 4.3",
  people:
    "M8.2 5.5a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0zM1.5 13.5c.3-2.7 2-4 4.4-4s4.1 1.3 4.4 4M10 3.4a2.2 2.2 0 0 1 0 4.2M12 9.9c1.5.5 2.4 1.7 2.6 3.6",
  key: "M8.5 10a3.2 3.2 0 1 1-6.4 0 3.2 3.2 0 0 1 6.4 0zM7.6 7.7 13.5 2M11 4.5l2 2",
  leave: "M6.5 2.5H3v11h3.5M10.5 5l3 3-3 3M13.3 8H6.5",
  sun: "M10.6 8a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0zM8 1.5v1.7M8 12.8v1.7M1.5 8h1.7M12.8 8h1.7M3.4 3.4l1.2 1.2M11.4 11.4l1.2 1.2M3.4 12.6l1.2-1.2M11.4 4.6l1.2-1.2",
  moon: "M13 9.6A5.6 5.6 0 1 1 6.4 3a4.5 4.5 0 0 0 6.6 6.6z",
  screen: "M2 3h12v8H2zM6 14h4M8 11v3",
  offline: "M2 6a9 9 0 0 1 12 0M4.5 8.8a5.3 5.3 0 0 1 7 0M8 12.2v.1M2.5 2.5l11 11",
  lock: "M3.5 7.5h9v6h-9zM5.5 7.5V5.2a2.5 2.5 0 0 1 5 0v2.3",
  split: "M2.5 8h2M7 8h2M11.5 8h2M8 5.5V1.8M6 3.5 8 1.5l2 2M8 10.5v3.7M6 12.5l2 2 2-2",
  bolt: "M9 1.8 3.5 9H8l-1 5.2L12.5 7H8z",
  drag: "M6 3.5v.01M10 3.5v.01M6 8v.01M10 8v.01M6 12.5v.01M10 12.5v.01",
} as const;

export type IconName = keyof typeof drawings;

/** A drawing beside words. Always decorative: whatever it means is also said in words or in an aria-label. */
export function Icon({
  name,
  size = 16,
  className,
}: {
  name: IconName;
  size?: number;
  className?: string | undefined;
}) {
  const heavy = name === "more" || name === "drag";
  return (
    <svg
      className={className}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={heavy ? 2.2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: "none" }}
    >
      <path d={drawings[name]} />
    </svg>
  );
}
