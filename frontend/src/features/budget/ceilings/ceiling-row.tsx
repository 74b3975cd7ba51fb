import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { IconButton } from "~/components/icon-button";
import { Money } from "~/components/money";
import { Note } from "~/components/note";
import { Tag } from "~/components/tag";
import { useFormat } from "~/lib/use-format";
import styles from "./ceilings.module.css";
import { type Ceiling, parts } from "./model";

/** One ceiling: its days with a countdown, what is used of it, where it comes from. */
export function CeilingRow({ ceiling, onChange }: { ceiling: Ceiling; onChange: (() => void) | undefined }) {
  const { t } = useLingui();
  const format = useFormat();
  const { name, currency, cap_cents, spent_cents, committed_cents, left_cents } = ceiling;
  const { spent, committed } = parts(ceiling);
  const isOver = left_cents < 0;
  return (
    <li className={styles.item}>
      <div className={styles.top}>
        <h3 className={styles.name}>
          {name}
          <small>
            {format.dateRange(ceiling.starts_on, ceiling.ends_on)}
            {ceiling.campaign_name && <> · {ceiling.campaign_name}</>}
          </small>
        </h3>
        {onChange && <IconButton icon="pen" label={t`Change “${name}”`} onClick={onChange} />}
      </div>
      <Countdown ceiling={ceiling} />
      <div className={`${styles.bar} ${isOver ? styles.beyond : ""}`} aria-hidden="true">
        <span className={styles.spent} style={{ inlineSize: `${spent * 100}%` }} />
        <span className={styles.committed} style={{ inlineSize: `${committed * 100}%` }} />
      </div>
      <p className={styles.sums}>
        <span>
          <Trans>
            <Money cents={spent_cents} currency={currency} /> spent,{" "}
            <Money cents={committed_cents} currency={currency} /> promised, of{" "}
            <Money cents={cap_cents} currency={currency} />
          </Trans>
        </span>
        {isOver ? (
          <Tag tone="bad" icon="warning">
            {t`${format.money(-left_cents, currency)} too much`}
          </Tag>
        ) : (
          <Tag tone={ceiling.mark >= 75 ? "warn" : "ok"}>{t`${format.money(left_cents, currency)} left`}</Tag>
        )}
      </p>
      {ceiling.instead.length > 0 && <Divided onChange={onChange} />}
      {ceiling.online_cap_cents !== null && <Online ceiling={ceiling} most={ceiling.online_cap_cents} />}
      <p className="small muted">
        {ceiling.blocks ? t`What goes beyond is refused.` : t`What goes beyond is allowed, and people are told.`}{" "}
        {ceiling.source_url ? (
          <a href={ceiling.source_url} target="_blank" rel="noreferrer">
            {ceiling.source || ceiling.source_url}
            <span className="only-read"> ({t`opens in a new tab`})</span>
          </a>
        ) : (
          ceiling.source
        )}
      </p>
    </li>
  );
}

/** It was chosen for several regions at once, and their limits are not the same any more. */
function Divided({ onChange }: { onChange: (() => void) | undefined }) {
  const { t } = useLingui();
  return (
    <Note
      tone="attention"
      icon="warning"
      actions={onChange && <Button onClick={onChange}>{t`Choose the region`}</Button>}
    >
      {t`This ceiling was chosen for several regions together. In Wallonia at most half of it may go to paid reach online, and as long as no region is chosen, nothing holds that limit.`}
    </Note>
  );
}

/** How much of it went to paid reach online, where the law sets a limit to that. */
function Online({ ceiling, most }: { ceiling: Ceiling; most: number }) {
  const { t } = useLingui();
  const format = useFormat();
  const { currency, online_cents } = ceiling;
  const left = most - online_cents;
  return (
    <p className={styles.sums}>
      <span>
        <Trans>
          Paid reach online: <Money cents={online_cents} currency={currency} /> of at most{" "}
          <Money cents={most} currency={currency} />
        </Trans>
      </span>
      {left < 0 ? (
        <Tag tone="bad" icon="warning">{t`${format.money(-left, currency)} too much`}</Tag>
      ) : (
        <Tag tone={online_cents * 4 >= most * 3 ? "warn" : "ok"}>{t`${format.money(left, currency)} left`}</Tag>
      )}
    </p>
  );
}

function Countdown({ ceiling: { state, days_left: days } }: { ceiling: Ceiling }) {
  const { t } = useLingui();
  const format = useFormat();
  if (state === "over") return <Tag>{t`over`}</Tag>;
  const count = format.number(days);
  return state === "ahead" ? (
    <Tag>{days === 1 ? t`begins tomorrow` : t`begins in ${count} days`}</Tag>
  ) : (
    <Tag tone="warn" icon="clock">
      {days === 1 ? t`last day` : t`${count} days left`}
    </Tag>
  );
}
