import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Icon } from "~/components/icon";
import { LanguageTag } from "~/components/language-tag";
import { When } from "~/components/when";
import { useFormat } from "~/lib/use-format";
import styles from "./channel-row.module.css";
import { accessOf, type Channel } from "./model";

/** What one wants to know of a channel at a glance. */
export function ChannelFacts({ channel }: { channel: Channel }) {
  const { t } = useLingui();
  const fact = (label: string, value: ReactNode) => (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  const goal = channel.weekly_target;
  return (
    <dl className={styles.facts}>
      {fact(
        t`Last success`,
        channel.last_success_at ? <When at={channel.last_success_at} show="relative" /> : t`Nothing yet`,
      )}
      {fact(t`Access`, <Access channel={channel} />)}
      {fact(t`Languages`, <LanguageTag languages={channel.languages} />)}
      {fact(t`Weekly target`, goal > 0 ? <span className="num">{goal}</span> : t`No target`)}
    </dl>
  );
}

function Access({ channel }: { channel: Channel }) {
  const { t } = useLingui();
  const format = useFormat();
  const access = accessOf(channel);
  if (access.kind === "none") return t`Ended`;
  if (access.kind === "lasts") return t`No end date`;
  if (access.kind === "renews") return t`Renews itself`;
  const date = format.date(access.at, "short");
  return (
    <span className={styles[access.tone]} title={format.dateTime(access.at)}>
      {access.tone !== "plain" && <Icon name="clock" size={12} />}
      {t`Ends ${date}`}
    </span>
  );
}
