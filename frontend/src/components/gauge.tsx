import { useFormat } from "~/lib/use-format";
import styles from "./gauge.module.css";

interface Props {
  /** What it measures, read aloud with the share. */
  label: string;
  /** 0-1, or null when there is nothing to divide by. */
  share: number | null;
  /** 0-1: the mark to reach. */
  target: number;
  /** 0-1: the inner, thinner arc (the plan). */
  plan?: number | null;
  /** Under the figure: "spent to date". */
  caption?: string;
}

const point = (share: number, radius: number) => {
  const angle = Math.PI * (1 - share);
  return `${(100 + radius * Math.cos(angle)).toFixed(2)} ${(100 - radius * Math.sin(angle)).toFixed(2)}`;
};
const arc = (to: number, radius: number) =>
  `M${point(0, radius)}A${radius} ${radius} 0 0 1 ${point(Math.min(1, Math.max(0.002, to)), radius)}`;

/** A half circle from 0 to 100 % with the target as a mark: verdigris once reached, bronze below. */
export function Gauge({ label, share, target, plan, caption }: Props) {
  const format = useFormat();
  const figure = share === null ? "–" : format.percent(share);
  const parts = [`${label}: ${figure}`, caption].filter(Boolean).join(", ");
  return (
    <svg viewBox="0 -20 200 138" className={styles.gauge} role="img" aria-label={parts}>
      <path d={arc(1, 84)} className={styles.ground} />
      {share !== null && <path d={arc(share, 84)} className={share >= target ? styles.reached : styles.below} />}
      {plan !== undefined && plan !== null && (
        <>
          <path d={arc(1, 68)} className={styles.planGround} />
          <path d={arc(plan, 68)} className={styles.plan} />
        </>
      )}
      <path d={`M${point(target, 72)}L${point(target, 98)}`} className={styles.mark} />
      <text
        x={100 + 108 * Math.cos(Math.PI * (1 - target))}
        y={100 - 103 * Math.sin(Math.PI * (1 - target))}
        className={styles.target}
      >
        {format.percent(target, 0)}
      </text>
      <text x="100" y="90" className={styles.figure}>
        {figure}
      </text>
      {caption && (
        <text x="100" y="106" className={styles.caption}>
          {caption}
        </text>
      )}
      <text x="16" y="114" className={styles.end}>
        0
      </text>
      <text x="184" y="114" className={styles.end}>
        100
      </text>
    </svg>
  );
}
