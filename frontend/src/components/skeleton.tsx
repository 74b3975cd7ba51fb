import { useLingui } from "@lingui/react/macro";
import type { CSSProperties } from "react";
import styles from "./skeleton.module.css";

/** Where something will be in a moment. */
export function Skeleton({
  width = "100%",
  height = 14,
  round,
}: {
  width?: CSSProperties["width"];
  height?: number;
  round?: boolean;
}) {
  return (
    <span
      className={styles.bone}
      style={{ width, height, borderRadius: round ? height : undefined }}
      aria-hidden="true"
    />
  );
}

/** Rows of a list that is being fetched, said once to a screen reader. */
export function SkeletonList({ rows = 5, height = 56 }: { rows?: number; height?: number }) {
  const { t } = useLingui();
  return (
    <div className={styles.list} role="status" aria-label={t`Loading`}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are alike
        <div key={row} className={styles.row} style={{ minHeight: height }}>
          <Skeleton width={44} />
          <span className={styles.lines}>
            <Skeleton width={`${82 - ((row * 17) % 34)}%`} />
            <Skeleton width={`${40 - ((row * 11) % 18)}%`} height={10} />
          </span>
        </div>
      ))}
    </div>
  );
}
