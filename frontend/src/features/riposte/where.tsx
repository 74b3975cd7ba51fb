import { useLingui } from "@lingui/react/macro";
import { ChannelPill } from "~/components/channel-pill";
import type { LaneChannel } from "./model";
import styles from "./riposte.module.css";

interface Props {
  channels: readonly LaneChannel[];
  /** Who is on, by id. */
  on: ReadonlySet<string>;
  onChange: (on: ReadonlySet<string>) => void;
}

/** Where it goes: a press switches a channel off or on. */
export function Where({ channels, on, onChange }: Props) {
  const { t } = useLingui();
  return (
    <ul className={styles.pills} aria-label={t`Channels`}>
      {channels.map(({ id, name, network, needs_picture }) => (
        <li key={id}>
          <ChannelPill
            network={network}
            name={name}
            isChosen={on.has(id)}
            onChange={(isOn) => {
              const next = new Set(on);
              if (isOn) next.add(id);
              else next.delete(id);
              onChange(next);
            }}
          >
            {needs_picture && on.has(id) && t`needs a picture`}
          </ChannelPill>
        </li>
      ))}
    </ul>
  );
}
