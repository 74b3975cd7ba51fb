import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { Menu } from "~/components/menu";
import { PageHeader } from "~/components/page-header";
import { SkeletonList } from "~/components/skeleton";
import { Tabs } from "~/components/tabs";
import { Count } from "~/components/tag";
import { Goals } from "./goals";
import type { CampaignsSearch, SearchChange, View } from "./search";
import styles from "./strategy.module.css";

const Campaigns = lazy(() => import("./campaigns"));
const CadenceWeeks = lazy(() => import("./cadence/cadence-weeks"));
const Aimless = lazy(() => import("./aimless/aimless"));
const CampaignDialog = lazy(() => import("./campaign-dialog"));
const ObjectiveDialog = lazy(() => import("./objectives/objective-dialog"));
const TemplatesDialog = lazy(() => import("./templates/templates-dialog"));

type Starting = "campaign" | "objective" | "template";

/** Where the organisation wants to be, what it does to get there, and how often it is heard. */
export function Strategy({ search }: { search: CampaignsSearch }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const mayPlan = useMay()("plan");
  const [starting, start] = useState<Starting>();
  const aimless = useQuery(
    api.queryOptions("get", "/api/posts/", { params: { query: { aimless: true, page_size: 1 } } }),
  );
  const view = search.view ?? "goals";
  const change = (next: SearchChange) => void navigate({ to: ".", search: next as never });
  const show = (next: View) => change(() => (next === "goals" ? {} : { view: next }));
  return (
    <>
      <PageHeader title={t`Campaigns`} actions={mayPlan && <StartMenu onStart={start} />} />
      <div className={styles.tabs}>
        <Tabs
          label={t`Views`}
          value={view}
          onChange={show}
          tabs={[
            { value: "goals", label: t`Objectives` },
            { value: "campaigns", label: t`Campaigns` },
            { value: "cadence", label: t`Cadence` },
            {
              value: "aimless",
              label: (
                <>
                  {t`Serves no goal`} <Count value={aimless.data?.count} />
                </>
              ),
            },
          ]}
        >
          <div className={styles.view}>
            <Suspense fallback={<SkeletonList rows={5} height={70} />}>
              {view === "goals" && <Goals search={search} onSearch={change} onStart={start} />}
              {view === "campaigns" && (
                <Campaigns search={search} onSearch={change} onStart={() => start("campaign")} />
              )}
              {view === "cadence" && <CadenceWeeks />}
              {view === "aimless" && <Aimless />}
            </Suspense>
          </div>
        </Tabs>
      </div>
      <Suspense fallback={null}>
        {starting === "campaign" && <CampaignDialog campaign={undefined} onClose={() => start(undefined)} />}
        {starting === "objective" && <ObjectiveDialog objective={undefined} onClose={() => start(undefined)} />}
        {starting === "template" && <TemplatesDialog onClose={() => start(undefined)} />}
      </Suspense>
    </>
  );
}

function StartMenu({ onStart }: { onStart: (what: Starting) => void }) {
  const { t } = useLingui();
  return (
    <Menu
      label={t`Begin something new`}
      placement="bottom end"
      sections={[
        {
          items: [
            {
              id: "template",
              label: t`Objective from a template`,
              hint: t`With figures and campaigns, to change as you like`,
              icon: "layers",
              onSelect: () => onStart("template"),
            },
            { id: "objective", label: t`Objective`, icon: "campaigns", onSelect: () => onStart("objective") },
            { id: "campaign", label: t`Campaign`, icon: "send", onSelect: () => onStart("campaign") },
          ],
        },
      ]}
      trigger={(props) => <Button {...props} look="primary" icon="plus">{t`New`}</Button>}
    />
  );
}
