import { useLingui } from "@lingui/react/macro";
import { Icon, type IconName } from "~/components/icon";
import { When } from "~/components/when";
import styles from "./history.module.css";
import type { Card } from "./model";

/** Guests whose yes is needed too: who, and what they have said. */
export function Guests({ card }: { card: Card }) {
  const { t } = useLingui();
  if (card.guests.length === 0) return null;
  const said: Record<string, { word: string; icon: IconName; tone: string }> = {
    approve: { word: t`Approved`, icon: "check", tone: "yes" },
    ask_changes: { word: t`Asked for changes`, icon: "comment", tone: "changes" },
    reject: { word: t`Rejected`, icon: "refused", tone: "no" },
  };
  const nothing = { word: t`Asked by letter`, icon: "clock", tone: "when" } as const;
  return (
    <section className={styles.taken}>
      <h3>{t`Guests`}</h3>
      <ul className={styles.said}>
        {card.guests.map(({ name, capacity, verdict, comment, at }) => {
          const { word, icon, tone } = said[verdict] ?? nothing;
          return (
            <li key={name}>
              <p className={styles.verdict}>
                <span className={styles[tone]}>
                  <Icon name={icon} size={14} />
                  {word}
                </span>
                <span>{capacity ? `${name}, ${capacity}` : name}</span>
              </p>
              {comment && <blockquote className={styles.comment}>{comment}</blockquote>}
              {at && (
                <p className={styles.when}>
                  <When at={at} /> · {t`as a guest`}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
