import { Plural, useLingui } from "@lingui/react/macro";
import { Checkbox } from "~/components/checkbox";
import { Select } from "~/components/field";
import { Icon } from "~/components/icon";
import { NetworkMark, networkName } from "~/components/network-mark";
import { type Choice, canBy, isUnderWay, type Kind, type Online, type OnlineChannel } from "./model";
import styles from "./take-back.module.css";

interface Props {
  kind: Kind;
  channel: OnlineChannel;
  people: Online["people"];
  choice: Choice;
  onChange: (choice: Choice) => void;
}

/** One channel where the post is online: whether it is meant, what is possible there, and who lends a hand. */
export function ChannelChoice({ kind, channel, people, choice, onChange }: Props) {
  const { t } = useLingui();
  const can = canBy(kind, channel);
  const isAsked = isUnderWay(kind, channel);
  const network = networkName(channel.network);
  return (
    <li className={styles.channel}>
      <div className={styles.line}>
        <Checkbox
          checked={choice.isChosen && !isAsked}
          disabled={isAsked}
          onChange={(event) => onChange({ ...choice, isChosen: event.target.checked })}
          label={
            <span className={styles.name}>
              <NetworkMark network={channel.network} size={16} />
              <b>{channel.channel_name}</b>
              {channel.languages.length > 0 && (
                <span className={styles.faint}>{channel.languages.join(" + ").toUpperCase()}</span>
              )}
            </span>
          }
          hint={
            isAsked ? (
              channel.under_way === "down" ? (
                t`Is being taken down already`
              ) : (
                t`Is being corrected already`
              )
            ) : can ? (
              kind === "correct" ? (
                t`The text can be changed from here`
              ) : channel.parts > 1 ? (
                <Plural
                  value={channel.parts}
                  one="# post of a thread: comes down at once"
                  other="# posts of a thread: the last comes down first"
                />
              ) : (
                t`Comes down at once`
              )
            ) : kind === "down" ? (
              channel.why_not_down
            ) : (
              channel.why_not_correct
            )
          }
        />
        {channel.permalink && (
          <a
            className={styles.link}
            href={channel.permalink}
            target="_blank"
            rel="noreferrer"
            aria-label={t`See it on ${network}: ${channel.channel_name}`}
          >
            <Icon name="out" size={14} />
            {t`See it`}
          </a>
        )}
      </div>
      {!can && !isAsked && choice.isChosen && (
        <Select
          label={t`Who does it by hand on ${network}`}
          value={choice.assigned}
          onChange={(event) => onChange({ ...choice, assigned: event.target.value })}
        >
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </li>
  );
}
