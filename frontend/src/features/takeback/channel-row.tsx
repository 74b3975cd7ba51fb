import { useLingui } from "@lingui/react/macro";
import { buttonClass } from "~/components/button";
import { Icon } from "~/components/icon";
import { NetworkMark, networkName } from "~/components/network-mark";
import { When } from "~/components/when";
import { ChannelActs } from "./channel-acts";
import { isLeft, type Kind, type TakeBackChannel } from "./model";
import { stateWords } from "./state-words";
import styles from "./take-back.module.css";

/** How it stands on one channel, why, and what can be done about it there. */
export function ChannelRow({ kind, channel }: { kind: Kind; channel: TakeBackChannel }) {
  const { t } = useLingui();
  const { word, icon, tone } = stateWords(kind, channel.state);
  const isThread = channel.parts > 1 && channel.state === "waiting";
  const name = channel.channel_name;
  return (
    <li className={styles.channel}>
      <div className={styles.line}>
        <span className={styles.name}>
          <NetworkMark network={channel.network} size={16} />
          <b>{name}</b>
        </span>
        <span className={`${styles.state} ${styles[tone]}`}>
          <Icon name={icon} size={14} />
          {isThread && channel.parts_done > 0 ? t`${channel.parts_done} of ${channel.parts} are gone` : t(word)}
        </span>
      </div>
      {channel.message && <p>{channel.message}</p>}
      {isLeft(channel) && channel.assigned_name && (
        <p className={styles.faint}>
          {channel.is_mine ? t`This is yours to do.` : t`${channel.assigned_name} was asked to do it.`}
        </p>
      )}
      {channel.ended_at && channel.ended_by && (
        <p className={styles.faint}>
          {t`Said by ${channel.ended_by}`} · <When at={channel.ended_at} />
        </p>
      )}
      {kind === "correct" && isLeft(channel) && <blockquote className={styles.text}>{channel.text}</blockquote>}
      {isLeft(channel) && (
        <div className={styles.acts}>
          {channel.permalink && (
            <a className={buttonClass("normal", "small")} href={channel.permalink} target="_blank" rel="noreferrer">
              <Icon name="out" size={14} />
              {t`Open on ${networkName(channel.network)}`}
            </a>
          )}
          {channel.may_act && <ChannelActs kind={kind} channel={channel} />}
        </div>
      )}
    </li>
  );
}
