import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Answer, api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { buttonClass } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Gauge } from "~/components/gauge";
import { Panel } from "~/components/panel";
import { Skeleton } from "~/components/skeleton";
import { Tag } from "~/components/tag";
import { VatBasis } from "~/components/vat-basis";
import { useFormat } from "~/lib/use-format";
import styles from "./digital-share.module.css";
import { periodOn } from "./model";

/** How much of the money goes to digital media: spent so far, and planned, each with what it is made of. */
export function DigitalShare({ today }: { today: string }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const may = useMay();
  const periods = useQuery(api.queryOptions("get", "/api/periods/"));
  const period = periodOn(periods.data ?? [], today);
  const overview = useQuery({
    ...api.queryOptions("get", "/api/periods/{id}/overview/", { params: { path: { id: period?.id ?? "" } } }),
    enabled: period !== undefined,
  });
  const broken = periods.error ?? overview.error;
  return (
    <Panel
      title={t`Digital share`}
      aside={
        period && (
          <Link to={`/${slug}/budget` as string} className={styles.period}>
            {period.name}
          </Link>
        )
      }
      padded={Boolean(overview.data)}
    >
      {broken && !overview.data ? (
        <ErrorState error={broken} retry={() => void (periods.error ? periods.refetch() : overview.refetch())} />
      ) : periods.data && !period ? (
        <Empty
          icon="budget"
          title={t`No budget yet`}
          action={
            may("keep_money") && (
              <Link to={`/${slug}/budget` as string} className={buttonClass("normal")}>{t`Set up the budget`}</Link>
            )
          }
        >
          {t`Then you see here how much of the money goes to digital media.`}
        </Empty>
      ) : !overview.data ? (
        <Skeleton height={160} />
      ) : (
        <div className={styles.gauges}>
          <Share name={t`Paid media`} share={overview.data.shares.paid_media} overview={overview.data} />
          <Share name={t`Full cost`} share={overview.data.shares.full_cost} overview={overview.data} />
        </div>
      )}
    </Panel>
  );
}

type Overview = Answer<"get", "/api/periods/{id}/overview/">;

function Share({
  name,
  share,
  overview,
}: {
  name: string;
  share: Overview["shares"]["full_cost"];
  overview: Overview;
}) {
  const { t } = useLingui();
  const format = useFormat();
  const { actual, planned } = share;
  const target = overview.target_permille / 1000;
  const money = (cents: number) => format.money(cents, overview.period.currency);
  const of = (permille: number | null) => (permille === null ? null : permille / 1000);
  const isReached = actual.permille !== null && actual.permille >= overview.target_permille;
  const goal = format.percent(target, 0);
  const short = money(actual.short_cents);
  const plannedShare = planned.permille === null ? "–" : format.percent(planned.permille / 1000);
  return (
    <section className={styles.share} aria-label={name}>
      <h3>{name}</h3>
      <div className={styles.gauge}>
        <Gauge
          label={name}
          share={of(actual.permille)}
          target={target}
          plan={of(planned.permille)}
          caption={t`spent to date`}
        />
      </div>
      <p className="num">
        <Trans>
          <b>{money(actual.digital_cents)}</b> of <b>{money(actual.all_cents)}</b>
        </Trans>
      </p>
      <p className={styles.plan}>
        <Trans>
          Planned {plannedShare}: {money(planned.digital_cents)} of {money(planned.all_cents)}
        </Trans>
        {" · "}
        <VatBasis />
      </p>
      {actual.permille === null ? (
        <Tag>{t`Nothing spent yet`}</Tag>
      ) : isReached ? (
        <Tag tone="ok" icon="check">{t`${goal} reached`}</Tag>
      ) : (
        <Tag tone="warn" icon="warning">{t`${short} short of ${goal}`}</Tag>
      )}
    </section>
  );
}
