import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { Checkbox } from "~/components/checkbox";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Select } from "~/components/field";
import { Note } from "~/components/note";
import { Segmented } from "~/components/segmented";
import { SkeletonList } from "~/components/skeleton";
import { useFormat } from "~/lib/use-format";
import type { Period } from "../model";
import { useCampaigns } from "../queries";
import type { Scope } from "../search";
import { ShareGauge } from "../share-gauge";
import styles from "./digital.module.css";
import { Forecast } from "./forecast";
import { HoursPanel } from "./hours";
import type { Report } from "./model";
import { OnlineLimits } from "./online-limits";
import { OwnWork } from "./own-work";
import { References } from "./references";
import { Trend } from "./trend";
import { WhatIfPanel } from "./what-if";

interface Props {
  period: Period;
  scope: Scope;
  campaign: string | undefined;
  onScope: (scope: Scope, campaign?: string) => void;
}

/** How much of the money goes to digital media: now, over the months, at the end, and if something moved. */
export default function DigitalPanel({ period, scope, campaign, onScope }: Props) {
  const { t } = useLingui();
  const campaigns = useCampaigns();
  const year = Number(period.starts_on.slice(0, 4));
  const chosen = campaign ?? campaigns[0]?.id;
  const query = scope === "year" ? { year } : scope === "campaign" ? { campaign: chosen ?? "" } : { period: period.id };
  const { data, error, refetch } = useQuery({
    ...api.queryOptions("get", "/api/digital-share/", { params: { query } }),
    enabled: scope !== "campaign" || chosen !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <div className={styles.page}>
      <div className={styles.scope}>
        <Segmented
          label={t`What is counted`}
          value={scope}
          onChange={(next) => onScope(next, next === "campaign" ? chosen : undefined)}
          options={[
            { value: "period", label: t`This period` },
            { value: "year", label: t`All of ${String(year)}` },
            { value: "campaign", label: t`A campaign` },
          ]}
        />
        {scope === "campaign" && campaigns.length > 0 && (
          <Select
            label={t`Campaign`}
            labelHidden
            value={chosen}
            onChange={({ target }) => onScope("campaign", target.value)}
          >
            {campaigns.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </div>
      {scope === "campaign" && campaigns.length === 0 ? (
        <Empty icon="campaigns" title={t`No campaign yet`}>
          {t`Once money is asked for or booked for a campaign, its digital share stands here.`}
        </Empty>
      ) : error && !data ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : data ? (
        <Shown report={data} scope={scope} period={period} campaign={chosen} />
      ) : (
        <SkeletonList rows={6} height={80} />
      )}
    </div>
  );
}

function Shown({ report, scope, period, campaign }: Omit<Props, "onScope"> & { report: Report }) {
  const { t } = useLingui();
  const [isStrict, setStrict] = useState(false);
  const figures = isStrict ? report.strict : report.figures;
  const gauge = { target: report.target_permille, currency: report.currency };
  return (
    <>
      {scope === "year" && <YearNote report={report} />}
      <Extension report={report} isCounted={!isStrict} onChange={(isCounted) => setStrict(!isCounted)} />
      <div className={styles.gauges}>
        <ShareGauge figure="paid_media" shares={figures.paid_media} {...gauge} />
        <ShareGauge figure="full_cost" shares={figures.full_cost} {...gauge} />
      </div>
      <OnlineLimits />
      <div className={styles.columns}>
        <Trend report={report} isStrict={isStrict} />
        <Forecast report={report} figures={figures} scope={scope} />
        {scope === "period" && <WhatIfPanel period={period} />}
        <div className={styles.side}>
          <OwnWork report={report} />
          <HoursPanel report={report} scope={scope} period={period} campaign={campaign} />
          <References figures={figures} />
        </div>
      </div>
      <p className={styles.method}>
        {t`Numerator and denominator count the same way, VAT included or not. Mixed costs count by their documented split.`}
      </p>
    </>
  );
}

function YearNote({ report }: { report: Report }) {
  const { t } = useLingui();
  const names = report.periods.join(", ");
  const others = report.left_out.join(", ");
  if (report.periods.length === 0) return <Note>{t`No period in your currency begins in this year.`}</Note>;
  return (
    <Note>
      {t`All periods that begin in ${report.name}: ${names}.`}
      {others && <> {t`Kept in another currency and not counted: ${others}.`}</>}
    </Note>
  );
}

/** The switch for digital forms of older media, with what it changes. */
function Extension({
  report,
  isCounted,
  onChange,
}: {
  report: Report;
  isCounted: boolean;
  onChange: (isCounted: boolean) => void;
}) {
  const { t } = useLingui();
  const format = useFormat();
  const { planned_cents, spent_cents } = report.extension;
  const percent = (permille: number | null) => (permille === null ? "–" : format.percent(permille / 1000));
  const spent = format.money(spent_cents, report.currency);
  const planned = format.money(planned_cents, report.currency);
  const counted = percent(report.figures.full_cost.actual.permille);
  const without = percent(report.strict.full_cost.actual.permille);
  const hint =
    planned_cents === 0 && spent_cents === 0
      ? t`Nothing is planned or spent on them, so the switch changes nothing.`
      : t`Spent on them: ${spent}, planned: ${planned}. All costs, spent: ${counted} when they count, ${without} when not.`;
  return (
    <Checkbox
      label={t`Count online press, digital screens outdoors and connected TV as digital`}
      hint={hint}
      checked={isCounted}
      onChange={({ target }) => onChange(target.checked)}
    />
  );
}
