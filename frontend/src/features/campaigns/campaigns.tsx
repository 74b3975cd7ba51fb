import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { SkeletonList } from "~/components/skeleton";
import { CampaignCard } from "./campaign-card";
import styles from "./campaigns.module.css";
import { byHorizon, type Campaign } from "./model";
import type { CampaignsSearch, SearchChange } from "./search";
import { horizonWords } from "./words";

const CampaignDialog = lazy(() => import("./campaign-dialog"));

interface Props {
  search: CampaignsSearch;
  onSearch: (change: SearchChange) => void;
  onStart: () => void;
}

/** What is done to get there, on three horizons. */
export default function Campaigns({ search, onSearch, onStart }: Props) {
  const { t } = useLingui();
  const mayPlan = useMay()("plan");
  const [open, setOpen] = useState<Campaign>();
  const isArchive = search.archived === true;
  const list = useQuery(api.queryOptions("get", "/api/campaigns/", { params: { query: { archived: isArchive } } }));
  const campaigns = list.data?.results ?? [];
  const start = mayPlan && !isArchive && (
    <Button look="primary" icon="plus" onClick={onStart}>{t`New campaign`}</Button>
  );
  return (
    <>
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
      <p>
        <Button
          look="plain"
          icon={isArchive ? "campaigns" : "layers"}
          onClick={() => onSearch(() => ({ view: "campaigns", ...(isArchive ? {} : { archived: true }) }))}
        >
          {isArchive ? t`Running ones` : t`Archived campaigns`}
        </Button>
      </p>
      <Suspense fallback={null}>
        {open && <CampaignDialog campaign={open} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </>
  );
}
