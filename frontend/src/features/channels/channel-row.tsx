import { Plural, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMay, useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { IconButton } from "~/components/icon-button";
import { Menu } from "~/components/menu";
import { When } from "~/components/when";
import { ChannelAvatar } from "./channel-avatar";
import { ChannelFacts } from "./channel-facts";
import styles from "./channel-row.module.css";
import { ChannelState } from "./channel-state";
import { Elsewhere } from "./elsewhere";
import { accessOf, atHandle, type Channel } from "./model";

export interface RowActs {
  pause: (channel: Channel) => void;
  resume: (channel: Channel) => void;
  edit: (channel: Channel) => void;
  disconnect: (channel: Channel) => void;
  signIn: (channel: Channel) => void;
  isLeavingFor: (channel: Channel) => boolean;
}

/** One channel: who it is, how it is, what may be done. */
export function ChannelRow({ channel, acts }: { channel: Channel; acts: RowActs }) {
  const { t } = useLingui();
  const may = useMay();
  const { slug } = useOrganisation();
  const { name, state, network_label: network } = channel;
  const isGone = state === "disconnected";
  const isStill = state === "paused" || state === "out_of_credit";
  return (
    <li className={styles.row}>
      <ChannelAvatar network={channel.network} name={name} picture={channel.avatar_url} />
      <div className={styles.who}>
        <h3 className={styles.name}>{name}</h3>
        <p className={styles.handle}>{[channel.network_label, atHandle(channel.handle)].filter(Boolean).join(" · ")}</p>
        <Link to={`/${slug}/channels/${channel.id}/sent` as string} className={styles.sent}>
          {t`What we sent`}
          <span className="only-read">: {name}</span>
        </Link>
      </div>
      <div className={styles.state}>
        <ChannelState state={state} />
      </div>
      {!isGone && <ChannelFacts channel={channel} />}
      <div className={styles.acts}>
        {!isGone && may("plan") && (
          <IconButton
            icon="pen"
            label={t`Edit ${name} on ${network}`}
            onClick={() => acts.edit(channel)}
            look="plain"
          />
        )}
        {may("connect") && !isGone && (
          <Menu
            label={t`More for ${name} on ${network}`}
            placement="bottom end"
            sections={[
              {
                items: [
                  isStill
                    ? { id: "resume", label: t`Resume`, icon: "send", onSelect: () => acts.resume(channel) }
                    : { id: "pause", label: t`Pause`, icon: "hold", onSelect: () => acts.pause(channel) },
                  { id: "again", label: t`Sign in again`, icon: "key", onSelect: () => acts.signIn(channel) },
                ],
              },
              {
                items: [
                  {
                    id: "disconnect",
                    label: t`Disconnect`,
                    icon: "close",
                    danger: true,
                    onSelect: () => acts.disconnect(channel),
                  },
                ],
              },
            ]}
            trigger={(props) => (
              <IconButton {...props} icon="more" label={t`More for ${name} on ${network}`} look="plain" />
            )}
          />
        )}
        {may("connect") && isGone && (
          <Button size="small" busy={acts.isLeavingFor(channel)} onClick={() => acts.signIn(channel)}>
            {t`Connect again`}
          </Button>
        )}
      </div>
      <Trouble channel={channel} acts={acts} />
      {channel.state !== "disconnected" && <Elsewhere channel={channel} />}
    </li>
  );
}

/** Why it does not publish, or soon will not, and the one button that repairs it. */
function Trouble({ channel, acts }: { channel: Channel; acts: RowActs }) {
  const { t } = useLingui();
  const may = useMay();
  const access = accessOf(channel);
  const isEnding = access.kind === "ends" && access.tone !== "plain";
  const isWaiting = channel.throttled_until !== null && Date.parse(channel.throttled_until) > Date.now();
  const signIn = (
    <Button
      size="small"
      look="primary"
      icon="key"
      busy={acts.isLeavingFor(channel)}
      onClick={() => acts.signIn(channel)}
    >
      {t`Sign in again`}
    </Button>
  );
  const resume = (words: string) => (
    <Button size="small" look="primary" onClick={() => acts.resume(channel)}>
      {words}
    </Button>
  );
  if (channel.state === "disconnected") return null;
  if (channel.problem) {
    const isCredit = channel.state === "out_of_credit";
    return (
      <div className={`${styles.trouble} ${styles.broken}`}>
        <p>{channel.problem.message}</p>
        {may("connect") && (isCredit ? resume(t`Credit is added: resume`) : signIn)}
      </div>
    );
  }
  if (channel.state === "paused") {
    return (
      <div className={styles.trouble}>
        <p>{t`Nothing goes out here until somebody resumes it. Posts whose time passes are missed.`}</p>
        {may("connect") && resume(t`Resume`)}
      </div>
    );
  }
  if (isEnding) {
    return (
      <div className={styles.trouble}>
        <p>
          <Plural
            value={access.days}
            _0="The network ends the sign-in within a day. Sign in again, or posts will not go out."
            one="The network ends the sign-in in # day. Sign in again before then."
            other="The network ends the sign-in in # days. Sign in again before then."
          />
        </p>
        {may("connect") && signIn}
      </div>
    );
  }
  if (isWaiting && channel.throttled_until) {
    return (
      <div className={styles.trouble}>
        <p>
          {t`The network asks for a break. Carillon goes on by itself at`}{" "}
          <When at={channel.throttled_until} show="time" />.
        </p>
      </div>
    );
  }
  return null;
}
