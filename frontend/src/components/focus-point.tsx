import { useLingui } from "@lingui/react/macro";
import { type PointerEvent, useRef } from "react";
import styles from "./crop-editor.module.css";

interface Point {
  x: number;
  y: number;
}
interface Props {
  url: string;
  /** Width ÷ height of the picture. */
  shape: number;
  value: Point;
  onChange: (point: Point) => void;
}

const kept = (value: number) => Math.round(Math.max(0, Math.min(1000, value)));
const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-10, 0],
  ArrowRight: [10, 0],
  ArrowUp: [0, -10],
  ArrowDown: [0, 10],
};

/** What must stay in view when a network cuts: put there by a press, a drag or the arrow keys. */
export function FocusPoint({ url, shape, value, onChange }: Props) {
  const { t } = useLingui();
  const frame = useRef<HTMLDivElement>(null);
  const to = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    onChange({
      x: kept(((event.clientX - box.left) / box.width) * 1000),
      y: kept(((event.clientY - box.top) / box.height) * 1000),
    });
  };
  return (
    <div
      ref={frame}
      className={styles.frame}
      style={{ aspectRatio: shape, maxWidth: `calc(52vh * ${shape})` }}
      onPointerDown={to}
    >
      <img src={url} alt="" className={styles.picture} draggable={false} />
      <button
        type="button"
        className={styles.point}
        style={{ left: `${value.x / 10}%`, top: `${value.y / 10}%` }}
        aria-label={t`Focus point: move it with the arrow keys`}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => event.buttons > 0 && to(event)}
        onKeyDown={(event) => {
          const step = arrows[event.key];
          if (!step) return;
          event.preventDefault();
          onChange({ x: kept(value.x + step[0]), y: kept(value.y + step[1]) });
        }}
      />
    </div>
  );
}
