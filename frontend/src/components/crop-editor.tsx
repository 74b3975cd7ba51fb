import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { shifted, type Window, zoomed, zoomOf } from "~/lib/crops";
import styles from "./crop-editor.module.css";

interface Props {
  url: string;
  /** Width ÷ height of the picture. */
  shape: number;
  /** Width ÷ height of the part. */
  ratio: number;
  value: Window;
  onChange: (part: Window) => void;
}

const MOST = 5;
const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The part of a picture that is shown: moved by mouse, finger or arrow keys, larger and smaller by the slider or + and −. */
export function CropEditor({ url, shape, ratio, value, onChange }: Props) {
  const { t } = useLingui();
  const frame = useRef<HTMLDivElement>(null);
  const from = useRef<{ x: number; y: number; part: Window } | undefined>(undefined);
  const zoom = zoomOf(value, ratio, shape);
  const setZoom = (next: number) => onChange(zoomed(value, Math.max(1, Math.min(MOST, next)), ratio, shape));
  const drag = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (!from.current || !box) return;
    const { x, y, part } = from.current;
    onChange(shifted(part, ((event.clientX - x) / box.width) * 1000, ((event.clientY - y) / box.height) * 1000));
  };
  const press = (event: KeyboardEvent) => {
    const step = arrows[event.key];
    const by = event.shiftKey ? 50 : 10;
    if (step) onChange(shifted(value, step[0] * by, step[1] * by));
    else if (event.key === "+" || event.key === "=") setZoom(zoom + 0.1);
    else if (event.key === "-") setZoom(zoom - 0.1);
    else return;
    event.preventDefault();
  };
  const { x, y, width, height } = value;
  const place = { left: `${x / 10}%`, top: `${y / 10}%`, width: `${width / 10}%`, height: `${height / 10}%` };
  return (
    <div className={styles.editor}>
      <div ref={frame} className={styles.frame} style={{ aspectRatio: shape, maxWidth: `calc(52vh * ${shape})` }}>
        <img src={url} alt="" className={styles.picture} draggable={false} />
        <button
          type="button"
          className={styles.part}
          style={place}
          aria-label={t`Part that is shown: move it with the arrow keys, change its size with plus and minus`}
          onKeyDown={press}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            from.current = { x: event.clientX, y: event.clientY, part: value };
          }}
          onPointerMove={drag}
          onPointerUp={() => {
            from.current = undefined;
          }}
          onPointerCancel={() => {
            from.current = undefined;
          }}
        />
      </div>
      <label className={styles.zoom}>
        {t`Zoom`}
        <input
          type="range"
          min={1}
          max={MOST}
          step={0.05}
          value={zoom}
          onChange={(event) => setZoom(Number(event.target.value))}
        />
      </label>
    </div>
  );
}
