import type { ReactNode } from "react";

const white = { fill: "none", stroke: "#fff", strokeWidth: 1.6 } as const;

/** Own simple drawings in the network's colour; a network without one gets its first letter. */
const marks: Record<string, { name: string; ground: string; drawing: ReactNode; ring?: boolean }> = {
  facebook: {
    name: "Facebook",
    ground: "#1877F2",
    drawing: (
      <path
        fill="#fff"
        d="M8.9 13V8.8h1.5l.3-1.9H8.9V5.8c0-.6.3-1 1-1h.9V3.1c-.3 0-.8-.1-1.3-.1C8 3 7 3.9 7 5.5v1.4H5.4v1.9H7V13z"
      />
    ),
  },
  instagram: {
    name: "Instagram",
    ground: "#C13584",
    drawing: (
      <>
        <g fill="none" stroke="#fff" strokeWidth="1.3">
          <rect x="3.3" y="3.3" width="9.4" height="9.4" rx="2.8" />
          <circle cx="8" cy="8" r="2.2" />
        </g>
        <circle cx="10.7" cy="5.3" r=".8" fill="#fff" />
      </>
    ),
  },
  twitter: { name: "X", ground: "#111111", ring: true, drawing: <path {...white} d="m4 4 8 8M12 4l-8 8" /> },
  bluesky: {
    name: "Bluesky",
    ground: "#0A7AFF",
    drawing: (
      <path
        fill="#fff"
        d="M8 8C7 5.8 5.2 4.2 3.8 3.6c-.9-.3-1.2.3-1 1.5.3 2.7.8 3.8 3 3.7-2 .5-2 1.6-1 2.7 1.5 1.5 2.6 0 3.2-1.5.6 1.5 1.7 3 3.2 1.5 1-1.1 1-2.2-1-2.7 2.2.1 2.7-1 3-3.7.2-1.2-.1-1.8-1-1.5C10.8 4.2 9 5.8 8 8z"
      />
    ),
  },
  mastodon: {
    name: "Mastodon",
    ground: "#5B4BD6",
    drawing: <path {...white} d="M4 12V5.5c0-2 3.5-2 4 .2.5-2.2 4-2.2 4-.2V12M8 5.7V9.5" />,
  },
  linkedin: {
    name: "LinkedIn",
    ground: "#0A66C2",
    drawing: (
      <>
        <path {...white} d="M4.7 6.6V12M7.7 12V6.6M7.7 9c0-2.8 3.8-2.8 3.8 0v3" />
        <circle cx="4.7" cy="4.4" r="1" fill="#fff" />
      </>
    ),
  },
};

export function networkName(slug: string): string {
  return marks[slug]?.name ?? slug.charAt(0).toUpperCase() + slug.slice(1);
}

interface Props {
  /** "facebook", "instagram", "twitter" … */
  network: string;
  size?: number;
  /** Beside the network's name in words: drawn, not read. */
  decorative?: boolean;
}

export function NetworkMark({ network, size = 14, decorative }: Props) {
  const mark = marks[network];
  const said = decorative
    ? ({ "aria-hidden": true } as const)
    : ({ role: "img", "aria-label": networkName(network) } as const);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden where the name stands beside it
    <svg viewBox="0 0 16 16" width={size} height={size} style={{ flex: "none", borderRadius: size / 3.5 }} {...said}>
      <rect width="16" height="16" fill={mark?.ground ?? "#626B80"} />
      {mark?.ring && <rect x=".5" y=".5" width="15" height="15" rx="4" fill="none" stroke="#7684A2" />}
      {mark?.drawing ?? (
        <text x="8" y="11.5" textAnchor="middle" fontSize="9.5" fontWeight="700" fill="#fff">
          {networkName(network).charAt(0)}
        </text>
      )}
    </svg>
  );
}
