import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type CSSProperties, lazy, Suspense, useState } from "react";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { Button, buttonClass } from "~/components/button";
import { ErrorState } from "~/components/error-state";
import { Icon } from "~/components/icon";
import { PageHeader } from "~/components/page-header";
import { SkeletonList } from "~/components/skeleton";
import { openGaps } from "~/lib/gaps";
import type { Campaign } from "../model";
import { horizonWords } from "../words";
import { CadenceOfCampaign } from "./cadence-of-campaign";
import styles from "./campaign-page.module.css";
import { CostsOfCampaign } from "./costs-of-campaign";
import { MomentsOfCampaign } from "./moments-of-campaign";
import { Money } from "./money-of-campaign";
import { NewestPosts } from "./newest-posts";
import { StandingOfPosts } from "./standing-of-posts";
import { WhenAndHow } from "./when-and-how";

const CampaignDialog = lazy(() => import("../campaign-dialog"));

/** A campaign at a glance: what for, how it goes, what is missing. */
export function CampaignPage({ id }: { id: string }) {
  const query = useQuery(api.queryOptions("get", "/api/campaigns/{id}/", { params: { path: { id } } }));
  if (query.error && !query.data) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return query.data ? <Page campaign={query.data} /> : <SkeletonList rows={6} height={80} />;
}

function Page({ campaign }: { campaign: Campaign }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const may = useMay();
  const [isChanging, setChanging] = useState(false);
  const objectives = useQuery(api.queryOptions("get", "/api/objectives/", { params: { query: { archived: false } } }));
  const objective = objectives.data?.find((each) => each.id === campaign.objective);
  const { id, name, goal, colour, horizon } = campaign;
  return (
    <>
      <p className={styles.back}>
        <Link to={`/${slug}/campaigns` as string}>
          <Icon name="left" size={14} /> <Trans>Campaigns</Trans>
        </Link>
      </p>
      <PageHeader
        title={name}
        actions={
          <>
            {may("plan") && <Button look="quiet" icon="pen" onClick={() => setChanging(true)}>{t`Change`}</Button>}
            <Link to={`/${slug}/calendar?campaign=${id}` as string} className={buttonClass("normal")}>
              <Icon name="calendar" />
              {t`Calendar`}
            </Link>
            {may("write") && (
              <Link to={`/${slug}/posts/new?campaign=${id}` as string} className={buttonClass("primary")}>
                <Icon name="plus" />
                {t`New post`}
              </Link>
            )}
          </>
        }
      />
      <div className={styles.aim} style={{ "--colour": colour } as CSSProperties}>
        <p className={styles.goal}>{goal || t`No goal is written down yet.`}</p>
        <p className={styles.serves}>
          {campaign.objective ? (
            <>
              <Trans>Serves</Trans>{" "}
              <Link to={`/${slug}/campaigns?objective=${campaign.objective}` as string}>{objective?.name ?? "…"}</Link>
            </>
          ) : (
            <span className={styles.warn}>
              <Icon name="warning" size={14} /> <Trans>Serves no objective yet.</Trans>
            </span>
          )}
          {" · "}
          {t(horizonWords[horizon ?? "short"].name)}
        </p>
        <WhenAndHow campaign={campaign} />
      </div>
      <div className={styles.parts}>
        <CadenceOfCampaign id={id} onShowGaps={() => openGaps({ campaign: id })} />
        <StandingOfPosts campaign={campaign} />
        {may("see_money") && <Money id={id} />}
        {may("see_money") && <CostsOfCampaign id={id} />}
        <MomentsOfCampaign campaign={campaign} />
        <NewestPosts id={id} />
      </div>
      <Suspense fallback={null}>
        {isChanging && <CampaignDialog campaign={campaign} onClose={() => setChanging(false)} />}
      </Suspense>
    </>
  );
}
