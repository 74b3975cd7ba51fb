import { useLingui } from "@lingui/react/macro";
import { useFormat } from "~/lib/use-format";
import styles from "./when.module.css";

interface Props {
  /** ISO 8601, UTC. */
  at: string;
  /** time: "09:00"; date: "Tue 24 Nov"; both; relative: "in 4 hours". */
  show?: "time" | "date" | "both" | "relative";
}

/** A moment in the organisation's zone; beside it the person's own time where the two differ. */
export function When({ at, show = "both" }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const own = show === "time" || show === "both" ? format.ownTime(at) : null;
  const words = {
    time: () => format.time(at),
    date: () => format.date(at, "short"),
    both: () => format.dateTime(at),
    relative: () => format.relative(at),
  }[show]();
  return (
    <time dateTime={at} className="num" title={show === "relative" ? format.dateTime(at) : undefined}>
      {words}
      {own && <span className={styles.own}>{t`${own} your time`}</span>}
    </time>
  );
}
