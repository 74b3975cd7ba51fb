import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Icon, type IconName } from "~/components/icon";
import { When } from "~/components/when";
import { Certificate } from "./certificate";
import styles from "./history.module.css";
import { type Card, shortHash, type Verdict } from "./model";

const verdicts = {
  approve: { word: msg`Approved`, icon: "check", tone: "yes" },
  ask_changes: { word: msg`Asked for changes`, icon: "comment", tone: "changes" },
  reject: { word: msg`Rejected`, icon: "refused", tone: "no" },
} as const satisfies Record<Verdict, { word: unknown; icon: IconName; tone: string }>;

type Said = Pick<Card["decisions"][number], "by" | "verdict" | "comment" | "at" | "fingerprint">;

/** By which way a decision came. */
const ways: Record<string, MessageDescriptor> = {
  app: msg`in Carillon`,
  link: msg`by the link in an e-mail`,
  guest: msg`as a guest`,
  push: msg`from a notice on a phone or browser`,
  token: msg`by a program`,
};

/** Who said what about it, when, and about exactly which content. */
export function Taken({ card }: { card: Card }) {
  const { t } = useLingui();
  return (
    <section className={styles.taken}>
      <h3>{t`Decided`}</h3>
      <ul className={styles.said}>
        {card.decisions.map((taken) => {
          const { word, icon, tone } = verdicts[taken.verdict];
          const way = ways[taken.how];
          return (
            <li key={taken.at}>
              <p className={styles.verdict}>
                <span className={styles[tone]}>
                  <Icon name={icon} size={14} />
                  {t(word)}
                </span>
                <span>
                  {taken.by || t`Somebody who has left`}
                  {taken.in_place_of && <> {t`in place of ${taken.in_place_of}`}</>}
                </span>
              </p>
              {taken.comment && <blockquote className={styles.comment}>{taken.comment}</blockquote>}
              <p className={styles.when}>
                <When at={taken.at} />
                {way && <> · {t(way)}</>} · <Content fingerprint={taken.fingerprint} />
              </p>
            </li>
          );
        })}
      </ul>
      <Certificate card={card} />
    </section>
  );
}

/** The first signs of the hash of what was decided on. */
export function Content({ fingerprint }: { fingerprint: string }) {
  const { t } = useLingui();
  return (
    <span title={t`Content hash ${fingerprint}`}>
      <Trans>
        version <code className={styles.hash}>{shortHash(fingerprint)}</code>
      </Trans>
    </span>
  );
}

/** What was said last, by a member or a guest. */
function lastSaid({ decisions, guests }: Card): Said | undefined {
  const said: Said[] = [...decisions];
  for (const { name, verdict, comment, at, fingerprint } of guests)
    if (at) said.push({ by: name, verdict: verdict as Verdict, comment, at, fingerprint });
  return said.sort((a, b) => a.at.localeCompare(b.at)).at(-1);
}

/** One line of the history. */
export function HistoryRow({ card }: { card: Card }) {
  const { t } = useLingui();
  const last = lastSaid(card);
  if (!last) return null;
  const { word, icon, tone } = verdicts[last.verdict];
  return (
    <span className={styles.row}>
      <span className={`${styles.mark} ${styles[tone]}`}>
        <Icon name={icon} />
      </span>
      <span className={styles.body}>
        <span className={styles.title}>{card.title || t`Post without a text`}</span>
        {last.comment && <span className={styles.quote}>{last.comment}</span>}
        <span className={styles.when}>
          <strong className={styles[tone]}>{t(word)}</strong> · {last.by || t`Somebody who has left`} ·{" "}
          <When at={last.at} /> · <code className={styles.hash}>{shortHash(last.fingerprint)}</code>
        </span>
      </span>
    </span>
  );
}
