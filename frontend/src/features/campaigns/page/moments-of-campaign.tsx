import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Panel } from "~/components/panel";
import { addDays, dayOf } from "~/lib/days";
import { useFormat } from "~/lib/use-format";
import type { Campaign } from "../model";
import styles from "./parts.module.css";

const AHEAD = 90; // days
const MOST = 6;

/** The days to come that matter while it runs. */
export function MomentsOfCampaign({ campaign }: { campaign: Campaign }) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug, time_zone: zone } = useOrganisation();
  const today = dayOf(new Date(), zone);
  const from = campaign.starts_on && campaign.starts_on > today ? campaign.starts_on : today;
  const to = campaign.ends_on && campaign.ends_on < addDays(from, AHEAD) ? campaign.ends_on : addDays(from, AHEAD);
  const { data = [] } = useQuery({
    ...api.queryOptions("get", "/api/layers/", { params: { query: { from, to: addDays(to, 1) } } }),
    enabled: to >= from,
  });
  const found = data
    .filter(({ layer, campaign: of }) => (layer === "own" && (!of || of === campaign.id)) || layer === "shipped")
    .slice(0, MOST);
  return (
    <Panel title={t`Moments`} padded>
      {found.length === 0 ? (
        <p className={styles.aside}>{t`No moment is noted for these days.`}</p>
      ) : (
        <ul className={styles.rows}>
          {found.map(({ id, name, starts_on }) => (
            <li key={id}>
              <Link to={`/${slug}/calendar?date=${starts_on}` as string}>{name}</Link>
              <span>{format.date(starts_on)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
