import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMay, useOrganisation } from "~/api/me";
import { Icon } from "~/components/icon";
import { NetworkMark } from "~/components/network-mark";
import { toast } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import { ChannelGroups } from "./channel-groups";
import { ChannelMenu } from "./channel-menu";
import styles from "./channel-picker.module.css";
import { type Seen, useComposing } from "./context";
import type { Channel } from "./draft";
import { commonTime, withChannel, withoutChannel } from "./edit";

/** Where the post goes: a press switches a channel on or off, its menu says in which language, with which text and when. */
export function ChannelPicker({ plannedAt }: { plannedAt: string }) {
  const { t } = useLingui();
  const may = useMay();
  const organisation = useOrganisation();
  const { channels, seen } = useComposing();
  const chosen = new Set(seen.map(({ placement }) => placement.channel));
  const offered = channels.filter(({ id, state }) => state !== "disconnected" || chosen.has(id));
  return (
    <section id="composer-channels" tabIndex={-1} className={styles.channels} aria-label={t`Channels`}>
      {offered.length === 0 && (
        <p className={styles.none}>
          <Icon name="channels" />
          <span>
            {may("connect") ? (
              <Trans>
                No channel is connected yet.{" "}
                <Link to="/$org/channels" params={{ org: organisation.slug }}>
                  Connect a channel
                </Link>{" "}
                when you like: you can write already.
              </Trans>
            ) : (
              <Trans>
                No channel is connected yet. An administrator can connect them under Channels. You can write already.
              </Trans>
            )}
          </span>
        </p>
      )}
      <ChannelGroups plannedAt={plannedAt} />
      <ul className={styles.pills}>
        {offered.map((channel) => (
          <li key={channel.id} className={styles.item}>
            <Pill
              channel={channel}
              mine={seen.filter(({ placement }) => placement.channel === channel.id)}
              plannedAt={plannedAt}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Pill({ channel, mine, plannedAt }: { channel: Channel; mine: Seen[]; plannedAt: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const organisation = useOrganisation();
  const { draft, edit, isFixed, isLocked } = useComposing();
  const isOn = mine.length > 0;
  const isOut = isOn && mine.every((each) => each.isFixed);
  const common = commonTime(draft.placements.filter((each) => !isFixed(each)));
  const toggle = () => {
    if (isOn) {
      edit((now) => withoutChannel(now, channel.id, isFixed));
      const before = draft.placements;
      const hadWords = mine.some(({ placement }) => placement.own_segments);
      if (hadWords)
        toast(t`${channel.name} was taken off`, { undo: () => edit((now) => ({ ...now, placements: before })) });
      return;
    }
    const time = common ?? { local_time: plannedAt, zone: format.zone };
    edit((now) => withChannel(now, channel, { organisationLanguages: organisation.languages, time }));
  };
  const problems = mine.flatMap((each) => each.problems).length;
  const blocks = mine.some((each) => each.problems.some((problem) => problem.blocks));
  return (
    <span className={`${styles.pill} ${isOn ? styles.on : ""}`}>
      <button type="button" className={styles.face} aria-pressed={isOn} disabled={isLocked || isOut} onClick={toggle}>
        <NetworkMark network={channel.network} size={16} />
        <span className={styles.name}>{channel.name}</span>
        {isOut ? <Icon name="lock" size={14} /> : isOn && <Icon name="check" size={14} />}
        <Asides channel={channel} mine={mine} common={common?.local_time ?? ""} />
        {problems > 0 && (
          <span className={`${styles.count} ${blocks ? styles.bad : ""}`}>
            {problems}
            <span className="only-read"> {problems === 1 ? t`problem` : t`problems`}</span>
          </span>
        )}
      </button>
      {isOn && !isOut && !isLocked && <ChannelMenu channel={channel} mine={mine} />}
    </span>
  );
}

function Asides({ channel, mine, common }: { channel: Channel; mine: Seen[]; common: string }) {
  const { t } = useLingui();
  const words: string[] = [];
  const usual = (channel.languages as string[]).join("+");
  const spoken = mine.map(({ placement }) => placement.languages.map((each) => each.toUpperCase()).join(" + "));
  if (
    mine.length > 1 ||
    mine.some(({ placement }) => placement.languages.length > 1 || placement.languages.join("+") !== usual)
  ) {
    words.push(spoken.join(", "));
  }
  if (mine.some(({ placement }) => placement.own_segments)) words.push(t`own text`);
  for (const { placement, isFixed } of mine) {
    const { local_time: time } = placement;
    if (!isFixed && time && common && time !== common) {
      words.push(time.slice(0, 10) === common.slice(0, 10) ? time.slice(11) : t`other day`);
    }
  }
  if (mine.length > 0 && channel.state !== "connected")
    words.push(channel.state === "paused" ? t`paused` : t`not connected`);
  return words.length > 0 ? <span className={styles.aside}>{words.join(" · ")}</span> : null;
}
