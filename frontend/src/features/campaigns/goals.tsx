import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { SkeletonList } from "~/components/skeleton";
import styles from "./goals.module.css";
import { horizons } from "./model";
import { ObjectiveCard } from "./objectives/objective-card";
import { Overdue } from "./objectives/overdue";
import type { CampaignsSearch, SearchChange } from "./search";
import { Timeline } from "./timeline/timeline";
import { horizonWords } from "./words";

interface Props {
  search: CampaignsSearch;
  onSearch: (change: SearchChange) => void;
  onStart: (what: "objective" | "template") => void;
}

/** The timeline of objectives and campaigns, and below it how each objective stands. */
export function Goals({ search, onSearch, onStart }: Props) {
  const { t } = useLingui();
  const mayPlan = useMay()("plan");
  const list = useQuery(
    api.queryOptions("get", "/api/objectives/", { params: { query: { archived: search.archived === true } } }),
  );
  const campaigns = useQuery(api.queryOptions("get", "/api/campaigns/", { params: { query: { archived: false } } }));
  if (list.error && !list.data) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <SkeletonList rows={5} height={90} />;
  const objectives = list.data;
  const archive = (
    <Button
      look="plain"
      icon={search.archived ? "campaigns" : "layers"}
      onClick={() => onSearch(() => (search.archived ? {} : { archived: true }))}
    >
      {search.archived ? t`Objectives that are pursued` : t`Archived objectives`}
    </Button>
  );
  if (objectives.length === 0) {
    return (
      <Empty
        icon="campaigns"
        title={search.archived ? t`Nothing is archived` : t`No objective yet`}
        action={
          <>
            {mayPlan && !search.archived && (
              <>
                <Button
                  look="primary"
                  icon="layers"
                  onClick={() => onStart("template")}
                >{t`Begin from a template`}</Button>{" "}
                <Button icon="plus" onClick={() => onStart("objective")}>{t`Begin empty`}</Button>
              </>
            )}{" "}
            {archive}
          </>
        }
      >
        {t`An objective says where you want to be on a day, why, and by which figure you will know. Campaigns lead there, posts belong to campaigns.`}
      </Empty>
    );
  }
  const known = campaigns.data?.results ?? [];
  return (
    <>
      {!search.archived && (
        <>
          <Overdue objectives={objectives} />
          <Timeline objectives={objectives} campaigns={known} search={search} onSearch={onSearch} />
        </>
      )}
      {horizons.map((horizon) => {
        const found = objectives.filter((each) => each.horizon === horizon);
        if (found.length === 0) return null;
        return (
          <section key={horizon} aria-labelledby={`objectives-${horizon}`} className={styles.horizon}>
            <h2 id={`objectives-${horizon}`} className={styles.head}>
              {t(horizonWords[horizon].name)} <span>{t(horizonWords[horizon].span)}</span>
            </h2>
            <ul className={styles.cards}>
              {found.map((objective) => (
                <li key={objective.id}>
                  <ObjectiveCard
                    objective={objective}
                    campaigns={known.filter((each) => each.objective === objective.id)}
                    isOpen={search.objective === objective.id}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <p>{archive}</p>
    </>
  );
}
