import { useLingui } from "@lingui/react/macro";
import { useFormat } from "~/lib/use-format";
import styles from "./happenings.module.css";
import type { Happening } from "./queries";
import { toneOf, useSaid } from "./said";

const SHOWN = 40;

/** What has happened, in plain words, the newest first. */
export function Happenings({ events }: { events: Happening[] }) {
  const { t } = useLingui();
  const { region } = useFormat();
  const said = useSaid();
  const clock = new Intl.DateTimeFormat(region, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  return (
    <section className={styles.happenings} aria-labelledby="happened">
      <h2 id="happened">{t`What happened`}</h2>
      {events.length === 0 && <p className={styles.nothing}>{t`Nothing yet.`}</p>}
      <div role="log">
        <ol className={styles.list}>
          {events
            .slice(-SHOWN)
            .toReversed()
            .map((event) => (
              <li key={event.number} className={styles[toneOf(event.code)]}>
                <time dateTime={event.at}>{clock.format(new Date(event.at))}</time>
                <span>{said(event)}</span>
              </li>
            ))}
        </ol>
      </div>
    </section>
  );
}
