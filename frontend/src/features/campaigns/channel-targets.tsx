import { useLingui } from "@lingui/react/macro";
import { Checkbox } from "~/components/checkbox";
import { Field } from "~/components/field";
import { NetworkMark } from "~/components/network-mark";
import styles from "./channel-targets.module.css";
import type { Channel } from "./model";

/** Channel → placements a week as typed; a channel that is not in it is not used. */
type Targets = Readonly<Record<string, string>>;

interface Props {
  channels: readonly Channel[];
  targets: Targets;
  onChange: (targets: Record<string, string>) => void;
}

/** Return what is sent: whole numbers from 0 to 200. */
export const targetsOf = (targets: Targets): { channel: string; weekly: number }[] =>
  Object.entries(targets).map(([channel, weekly]) => ({
    channel,
    weekly: Math.min(200, Math.max(0, Math.trunc(Number(weekly)) || 0)),
  }));

/** On which channels the campaign is heard, and how often a week on each. */
export function ChannelTargets({ channels, targets, onChange }: Props) {
  const { t } = useLingui();
  const set = (id: string, weekly: string | undefined) => {
    const { [id]: _, ...others } = targets;
    onChange(weekly === undefined ? others : { ...others, [id]: weekly });
  };
  const total = targetsOf(targets).reduce((sum, { weekly }) => sum + weekly, 0);
  return (
    <fieldset className={styles.set}>
      <legend>
        {t`Channels, and posts a week on each`}
        {total > 0 && <span className={styles.total}> {t`${total} a week in all`}</span>}
      </legend>
      <ul>
        {channels.map(({ id, name, network }) => {
          const isUsed = id in targets;
          return (
            <li key={id}>
              <Checkbox
                label={
                  <span className={styles.channel}>
                    <NetworkMark network={network} /> {name}
                  </span>
                }
                checked={isUsed}
                onChange={(event) => set(id, event.target.checked ? "0" : undefined)}
              />
              {isUsed && (
                <Field
                  label={t`Posts a week on ${name}`}
                  labelHidden
                  inputMode="numeric"
                  maxLength={3}
                  value={targets[id] ?? ""}
                  onChange={(event) => set(id, event.target.value.replace(/\D/g, ""))}
                />
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
