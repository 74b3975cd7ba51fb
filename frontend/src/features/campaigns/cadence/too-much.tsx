import { Plural, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useOrganisation } from "~/api/me";
import { NetworkMark } from "~/components/network-mark";
import { Note } from "~/components/note";
import { dayOf } from "~/lib/days";
import { useFormat } from "~/lib/use-format";
import styles from "./cadence.module.css";
import type { Row } from "./model";

const MOST = 6;

/** Days to come on which a channel has more than its limit. */
export function TooMuch({ channels }: { channels: readonly Row[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug, time_zone: zone } = useOrganisation();
  const today = dayOf(new Date(), zone);
  const found = channels
    .flatMap(({ overloads, name, network, channel }) => overloads.map((each) => ({ ...each, name, network, channel })))
    .filter(({ day }) => day >= today)
    .sort((a, b) => a.day.localeCompare(b.day));
  if (found.length === 0) return null;
  return (
    <Note tone="attention" icon="warning">
      <Plural
        value={found.length}
        one="One day has more than its channel’s limit. Readers may skip what comes too thick."
        other="# days have more than their channel’s limit. Readers may skip what comes too thick."
      />
      <ul className={styles.warnings}>
        {found.slice(0, MOST).map(({ channel, network, name, day, count, most }) => (
          <li key={`${channel}${day}`}>
            <Link to={`/${slug}/calendar?view=day&date=${day}&channel=${channel}` as string}>
              <NetworkMark network={network} />
              {t`${name}, ${format.date(day, "weekday")}: ${count} posts, limit ${most}`}
            </Link>
          </li>
        ))}
      </ul>
    </Note>
  );
}
