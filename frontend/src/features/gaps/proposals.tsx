import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMay, useOrganisation } from "~/api/me";
import { buttonClass } from "~/components/button";
import { Icon } from "~/components/icon";
import { NetworkMark } from "~/components/network-mark";
import { useFormat } from "~/lib/use-format";
import styles from "./gaps.module.css";
import type { Channel, Gap } from "./model";

interface Props {
  gaps: readonly Gap[];
  channels: readonly Channel[];
  campaign: string | undefined;
  onGo: () => void;
}

/** Day by day: each time is one press away from a draft there. */
export function Proposals({ gaps, channels, campaign, onGo }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useOrganisation();
  const mayWrite = useMay()("write");
  const days = [...new Set(gaps.map(({ day }) => day))];
  return (
    <div className={styles.days}>
      {days.map((day) => (
        <section key={day} aria-label={format.date(day, "weekday")}>
          <h3>{format.date(day, "weekday")}</h3>
          <ul>
            {gaps
              .filter((gap) => gap.day === day)
              .map(({ channel: id, proposals }) => {
                const channel = channels.find((each) => each.id === id);
                return (
                  <li key={id}>
                    <span className={styles.channel}>
                      {channel && <NetworkMark network={channel.network} />} {channel?.name}
                    </span>
                    <span className={styles.times}>
                      {proposals.map((at) => {
                        const time = at.slice(11);
                        const to = `/${slug}/posts/new?at=${at}&channel=${id}${campaign ? `&campaign=${campaign}` : ""}`;
                        return mayWrite ? (
                          <Link
                            key={at}
                            to={to as string}
                            className={buttonClass("normal", "small")}
                            aria-label={t`New draft on ${channel?.name ?? ""}, ${format.date(day, "weekday")}, ${time}`}
                            onClick={onGo}
                          >
                            <Icon name="plus" size={14} />
                            {time}
                          </Link>
                        ) : (
                          <span key={at} className="num">
                            {time}
                          </span>
                        );
                      })}
                    </span>
                  </li>
                );
              })}
          </ul>
        </section>
      ))}
    </div>
  );
}
