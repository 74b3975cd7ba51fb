import { useLingui } from "@lingui/react/macro";
import { Icon } from "~/components/icon";
import { networkName } from "~/components/network-mark";
import { Panel } from "~/components/panel";
import { useFormat } from "~/lib/use-format";
import styles from "./looks.module.css";
import { type Attempt, type Delivery, fitting } from "./model";
import { said } from "./said";

/** Each call in plain words; the network's own words are folded away. */
export function Answered({ delivery }: { delivery: Delivery }) {
  const { t } = useLingui();
  const { attempts, network } = delivery;
  return (
    <Panel title={t`What was answered`}>
      {attempts.length === 0 ? (
        <p className={styles.none}>{t`Nothing was sent.`}</p>
      ) : (
        <ol className={styles.attempts}>
          {attempts.map((attempt) => (
            <li key={`${attempt.intent_at}${attempt.step}`} className={styles.attempt}>
              <OneAttempt attempt={attempt} network={networkName(network)} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function OneAttempt({ attempt, network }: { attempt: Attempt; network: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const isDone = attempt.outcome === "done";
  const own = fitting(attempt) === null ? attempt.detail : "";
  return (
    <>
      <span className={isDone ? styles.fine : styles.doubt}>
        <Icon name={isDone ? (attempt.is_look ? "eye" : "check") : "ask"} size={14} />
      </span>
      <div>
        <p>
          <time dateTime={attempt.intent_at} className={`num ${styles.at}`} title={format.dateTime(attempt.intent_at)}>
            {format.time(attempt.intent_at)}
          </time>{" "}
          {said(attempt, network)}
        </p>
        {own && (
          <details className={styles.own}>
            <summary>{t`What ${network} said, word for word`}</summary>
            <p lang="en">{own}</p>
          </details>
        )}
      </div>
    </>
  );
}
