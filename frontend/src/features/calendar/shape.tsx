import { useLingui } from "@lingui/react/macro";
import { Skeleton, SkeletonList } from "~/components/skeleton";
import type { View } from "./search";
import styles from "./shape.module.css";

/** Where the cards will be in a moment. */
export function Shape({ view }: { view: View }) {
  const { t } = useLingui();
  if (view === "day" || view === "agenda") return <SkeletonList rows={8} height={72} />;
  return (
    <div className={styles.grid} role="status" aria-label={t`Loading`}>
      {Array.from({ length: 28 }, (_, cell) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells are alike
        <div key={cell} className={styles.cell}>
          <Skeleton width={`${50 + ((cell * 13) % 40)}%`} />
          {cell % 3 !== 1 && <Skeleton width={`${40 + ((cell * 7) % 50)}%`} height={10} />}
        </div>
      ))}
    </div>
  );
}
