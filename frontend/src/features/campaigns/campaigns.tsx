import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Button, buttonClass } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Icon } from "~/components/icon";
import { PageHeader } from "~/components/page-header";
import { SkeletonList } from "~/components/skeleton";
import { CampaignCard } from "./campaign-card";
import { CampaignDialog } from "./campaign-dialog";
import styles from "./campaigns.module.css";
import { byHorizon, type Campaign } from "./model";
import type { CampaignsSearch } from "./search";
import { horizonWords } from "./words";

/** What is to be reached, on three horizons. */
export function Campaigns({ search }: { search: CampaignsSearch }) {
  const { t } = useLingui();
  const mayPlan = useMay()("plan");
  const [open, setOpen] = useState<Campaign | "new">();
  const isArchive = search.archived === true;
  const list = useQuery(api.queryOptions("get", "/api/campaigns/", { params: { query: { archived: isArchive } } }));
  const campaigns = list.data?.results ?? [];
  const start = mayPlan && !isArchive && (
    <Button look="primary" icon="plus" onClick={() => setOpen("new")}>{t`New campaign`}</Button>
  );
  return (
    <>
      <PageHeader
        title={isArchive ? t`Archived campaigns` : t`Campaigns`}
        actions={
          <>
            <Link to="." search={{ archived: isArchive ? undefined : true } as never} className={buttonClass("quiet")}>
              <Icon name={isArchive ? "campaigns" : "layers"} />
              {isArchive ? t`Running ones` : t`Archived campaigns`}
            </Link>
            {campaigns.length > 0 && start}
          </>
        }
      />
      {list.isPending && <SkeletonList rows={4} height={90} />}
      {list.error && !list.data && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.data && campaigns.length === 0 && (
        <Empty icon="campaigns" title={isArchive ? t`Nothing is archived` : t`No campaign yet`} action={start}>
          {isArchive
            ? t`A campaign that is over can be archived. It keeps its posts and its money.`
            : t`A campaign says what you want to reach, and by when. Posts and money then belong to it.`}
        </Empty>
      )}
      {campaigns.length > 0 && (
        <div className={styles.horizons}>
          {byHorizon(campaigns)
            .filter(({ campaigns: found }) => !isArchive || found.length > 0)
            .map(({ horizon, campaigns: found }) => (
              <section key={horizon} className={styles.horizon} aria-labelledby={`horizon-${horizon}`}>
                <h2 id={`horizon-${horizon}`} className={styles.head}>
                  {t(horizonWords[horizon].name)} <span>{t(horizonWords[horizon].span)}</span>
                </h2>
                {found.length === 0 && <p className={styles.none}>{t`Nothing planned on this horizon.`}</p>}
                <ul className={styles.cards}>
                  {found.map((campaign) => (
                    <li key={campaign.id}>
                      <CampaignCard campaign={campaign} onChange={mayPlan ? () => setOpen(campaign) : undefined} />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
        </div>
      )}
      <CampaignDialog
        campaign={open === "new" ? undefined : open}
        others={campaigns}
        isOpen={open !== undefined}
        onClose={() => setOpen(undefined)}
      />
    </>
  );
}
