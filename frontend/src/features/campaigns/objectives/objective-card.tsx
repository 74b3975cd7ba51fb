import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useMay, useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { CampaignMark } from "~/components/campaign-mark";
import { Icon } from "~/components/icon";
import { IconButton } from "~/components/icon-button";
import { Menu } from "~/components/menu";
import { useFormat } from "~/lib/use-format";
import type { Campaign, Kpi, Objective } from "../model";
import { StandingTag } from "../standing-tag";
import { KpiRow } from "./kpi-row";
import styles from "./objective-card.module.css";
import { useObjectiveActs } from "./use-objective-acts";

const ObjectiveDialog = lazy(() => import("./objective-dialog"));
const ReadingDialog = lazy(() => import("./reading-dialog"));
const ReviewDialog = lazy(() => import("./review-dialog"));

interface Props {
  objective: Objective;
  campaigns: readonly Campaign[];
  /** Somebody came here for this one. */
  isOpen: boolean;
}

/** An objective: why, until when, who answers for it, its figures and what leads there. */
export function ObjectiveCard({ objective, campaigns, isOpen }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useOrganisation();
  const mayPlan = useMay()("plan");
  const [asking, ask] = useState<"change" | "review" | Kpi>();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen) card.current?.scrollIntoView({ block: "center" });
  }, [isOpen]);
  const {
    name,
    why,
    owner_name: owner,
    starts_on,
    ends_on,
    review_on: review,
    is_review_overdue: isOverdue,
  } = objective;
  const close = () => ask(undefined);
  return (
    <article
      ref={card}
      id={`objective-${objective.id}`}
      className={`${styles.card} ${isOpen ? styles.open : ""}`}
      aria-labelledby={`name-${objective.id}`}
    >
      <header className={styles.head}>
        <h3 id={`name-${objective.id}`}>{name}</h3>
        <StandingTag standing={objective.standing} />
        {mayPlan && (
          <ObjectiveMenu objective={objective} onChange={() => ask("change")} onReview={() => ask("review")} />
        )}
      </header>
      {why && <p className={styles.why}>{why}</p>}
      <p className={styles.facts}>
        <span>
          <Icon name="calendar" size={14} /> {format.dateRange(starts_on, ends_on)}
        </span>
        <span>
          <Icon name="person" size={14} /> {owner || t`Nobody answers for it yet`}
        </span>
        {review && (
          <span className={isOverdue ? styles.overdue : undefined}>
            <Icon name={isOverdue ? "warning" : "clock"} size={14} />{" "}
            {isOverdue ? t`Review overdue since ${format.date(review)}` : t`Next review ${format.date(review)}`}
          </span>
        )}
      </p>
      {objective.kpis.length === 0 && (
        <p className={styles.none}>{t`No figure yet: how will you know that it is reached?`}</p>
      )}
      <ul className={styles.kpis}>
        {objective.kpis.map((kpi) => (
          <li key={kpi.id}>
            <KpiRow kpi={kpi} objective={objective} onRead={mayPlan ? () => ask(kpi) : undefined} />
          </li>
        ))}
      </ul>
      {campaigns.length > 0 && (
        <p className={styles.campaigns}>
          <span>
            <Trans>Campaigns</Trans>
          </span>
          {campaigns.map(({ id, name: words, colour }) => (
            <Link key={id} to={`/${slug}/campaigns/${id}` as string}>
              <CampaignMark colour={colour} /> {words}
            </Link>
          ))}
        </p>
      )}
      {isOverdue && mayPlan && <Button icon="check" onClick={() => ask("review")}>{t`Review it now`}</Button>}
      <Suspense fallback={null}>
        {asking === "change" && <ObjectiveDialog objective={objective} onClose={close} />}
        {asking === "review" && <ReviewDialog objective={objective} onClose={close} />}
        {typeof asking === "object" && <ReadingDialog objective={objective} kpi={asking} onClose={close} />}
      </Suspense>
    </article>
  );
}

function ObjectiveMenu({
  objective,
  onChange,
  onReview,
}: {
  objective: Objective;
  onChange: () => void;
  onReview: () => void;
}) {
  const { t } = useLingui();
  const { archive, restore } = useObjectiveActs();
  const { name } = objective;
  return (
    <Menu
      label={t`What to do with ${name}`}
      placement="bottom end"
      sections={[
        {
          items: [
            { id: "change", label: t`Change`, icon: "pen", onSelect: onChange },
            { id: "review", label: t`Review done…`, icon: "check", onSelect: onReview },
            objective.archived_at
              ? { id: "restore", label: t`Take out of the archive`, icon: "undo", onSelect: () => restore(objective) }
              : { id: "archive", label: t`Archive`, icon: "layers", onSelect: () => archive(objective) },
          ],
        },
      ]}
      trigger={(props) => <IconButton {...props} icon="more" look="plain" label={t`What to do with ${name}`} />}
    />
  );
}
