import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Money } from "~/components/money";
import { Panel } from "~/components/panel";
import { Count } from "~/components/tag";
import { When } from "~/components/when";
import styles from "./budget.module.css";
import { costOf, type Period } from "./model";

/** What was asked for and is not decided yet. Nothing is drawn while nothing waits. */
export function Waiting({ period }: { period: Period }) {
  const { t } = useLingui();
  const { recovers_vat: recovers } = useOrganisation();
  const query = { period: period.id, state: ["open" as const], page_size: 20 };
  const { data } = useQuery(api.queryOptions("get", "/api/requests/", { params: { query } }));
  if (!data || data.count === 0) return null;
  return (
    <Panel title={t`Waits for a decision`} aside={<Count value={data.count} />}>
      <ul className={styles.waiting}>
        {data.results.map(({ id, title, net_cents, vat_cents, currency, asked_by_name, asked_at }) => (
          <li key={id}>
            <Link
              to="."
              search={(old: object) => ({ ...old, view: "requests", request: id }) as never}
              className={styles.asked}
            >
              <span>
                {title}
                <small>
                  {asked_by_name}, <When at={asked_at} show="relative" />
                </small>
              </span>
              <strong>
                <Money cents={costOf({ net_cents, vat_cents }, recovers)} currency={currency} />
              </strong>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
