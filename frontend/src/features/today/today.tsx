import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { buttonClass } from "~/components/button";
import { Icon } from "~/components/icon";
import { PageHeader } from "~/components/page-header";
import { SkeletonList } from "~/components/skeleton";
import { StopButton } from "~/components/stop-button";
import { dayOf } from "~/lib/days";
import { useFormat } from "~/lib/use-format";
import { useNow } from "~/lib/use-now";
import { BreakSoon } from "./break-soon";
import { DigitalShare } from "./digital-share";
import { FirstSteps } from "./first-steps";
import { GoingOut } from "./going-out";
import { NeedsDecision } from "./needs-decision";
import { ThisWeek } from "./this-week";
import styles from "./today.module.css";
import { useSentence } from "./use-sentence";
import { WentWrong } from "./went-wrong";

/** What needs me, what goes out, how the week stands. */
export function Today({ left }: { left?: ReactNode }) {
  const { t } = useLingui();
  const format = useFormat();
  const may = useMay();
  const { slug } = useOrganisation();
  const today = dayOf(new Date(useNow()), format.zone);
  const channels = useQuery(api.queryOptions("get", "/api/channels/"));
  const posts = useQuery(api.queryOptions("get", "/api/posts/", { params: { query: { page_size: 1 } } }));
  const sentence = useSentence();
  const isKnown = channels.data !== undefined && posts.data !== undefined;
  const isNew = isKnown && (channels.data.results.length === 0 || posts.data.count === 0);
  return (
    <>
      <PageHeader
        title={format.date(today, "weekday")}
        actions={
          <Link to={`/${slug}/calendar` as string} className={buttonClass("quiet", "normal", false, styles.calendar)}>
            <Icon name="calendar" />
            {t`Open the calendar`}
          </Link>
        }
      >
        {isKnown && !isNew && <span>{sentence}</span>}
      </PageHeader>
      {isNew ? (
        <FirstSteps hasChannel={channels.data.results.length > 0} hasPost={posts.data.count > 0} />
      ) : isKnown || channels.error || posts.error ? (
        <div className={styles.board}>
          <div className={styles.needs}>
            <WentWrong />
            {left}
            <NeedsDecision />
            <BreakSoon />
          </div>
          <GoingOut today={today} className={styles.out} />
          <div className={styles.week}>
            <ThisWeek today={today} />
            {may("see_money") && <DigitalShare today={today} />}
          </div>
          <div className={styles.stop}>
            <StopButton wide />
          </div>
        </div>
      ) : (
        <SkeletonList rows={7} />
      )}
    </>
  );
}
