import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useOrganisation } from "~/api/me";
import { LanguageTag } from "~/components/language-tag";
import { NetworkMark } from "~/components/network-mark";
import { useFormat } from "~/lib/use-format";
import { clock, type InList, metAt, minutesOf } from "./model";
import styles from "./riposte.module.css";
import { StageMark } from "./stage-mark";
import { useSecond } from "./use-second";

/** A line of a list: the news, how far its answer is or how long it took. */
export function RiposteRow({ riposte, targetMin }: { riposte: InList; targetMin: number }) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useOrganisation();
  const runs = riposte.is_running;
  const now = useSecond(runs);
  const news = metAt(riposte.marks, "news") ?? now;
  const seconds = riposte.live_after_s ?? (runs ? (now - news) / 1000 : null);
  const live = riposte.marks.filter(({ mark, after_s }) => mark === "live" && after_s !== null);
  return (
    <li>
      <Link to={`/${slug}/riposte/${riposte.id}` as string} className={styles.one}>
        <span className={`num ${styles.took} ${seconds !== null && seconds > targetMin * 60 ? styles.slow : ""}`}>
          {seconds === null ? "–" : runs ? clock(seconds) : t`${minutesOf(seconds)} min`}
        </span>
        <span className={styles.body}>
          <span className={styles.line}>{riposte.headline}</span>
          <span className={styles.facts}>
            <StageMark stage={riposte.stage} />
            <span className="num">{format.dateTime(riposte.news_at)}</span>
            {riposte.networks.map((network) => (
              <NetworkMark key={network} network={network} />
            ))}
            {live.map(({ language, after_s }) => (
              <span key={language} className="num">
                <LanguageTag languages={language} /> {t`${minutesOf(after_s ?? 0)} min`}
              </span>
            ))}
          </span>
        </span>
      </Link>
    </li>
  );
}
