import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { ErrorState } from "~/components/error-state";
import { Money as Amount } from "~/components/money";
import { Panel } from "~/components/panel";
import { Skeleton } from "~/components/skeleton";
import { VatBasis } from "~/components/vat-basis";
import styles from "./parts.module.css";

/** What was asked, promised and spent for it. */
export function Money({ id }: { id: string }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const query = useQuery(api.queryOptions("get", "/api/campaigns/{id}/money/", { params: { path: { id } } }));
  return (
    <Panel
      title={t`Budget`}
      aside={
        <Link to={`/${slug}/budget` as string}>
          <Trans>To the budget</Trans>
        </Link>
      }
      padded
    >
      {query.error && !query.data && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {!query.data && !query.error && <Skeleton height={44} />}
      {query.data?.length === 0 && <p className={styles.aside}>{t`No money was asked for this campaign yet.`}</p>}
      {query.data?.map(({ currency, planned_cents, waiting_cents, committed_cents, spent_cents }) => (
        <dl key={currency} className={styles.sums}>
          {(
            [
              [t`Planned`, planned_cents],
              [t`Waiting for a decision`, waiting_cents],
              [t`Committed`, committed_cents],
              [t`Spent`, spent_cents],
            ] as const
          ).map(([name, cents]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Amount cents={cents} currency={currency} />
              </dd>
            </div>
          ))}
        </dl>
      ))}
      {query.data && query.data.length > 0 && (
        <p className={styles.aside}>
          <Trans>
            Amounts <VatBasis />
          </Trans>
        </p>
      )}
    </Panel>
  );
}
