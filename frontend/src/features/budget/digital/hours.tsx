import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { Panel } from "~/components/panel";
import { useFormat } from "~/lib/use-format";
import type { Period } from "../model";
import type { Scope } from "../search";
import styles from "./digital.module.css";
import type { Report, Worked } from "./model";

const HoursDialog = lazy(() => import("./hours-dialog"));
const HoursList = lazy(() => import("./hours-list"));
const RateDialog = lazy(() => import("./rate-dialog"));

interface Props {
  report: Report;
  scope: Scope;
  period: Period;
  campaign: string | undefined;
}

/** What people worked, paid or not: beside the money, never within it. */
export function HoursPanel({ report, scope, period, campaign }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const mayKeep = useMay()("keep_money");
  const [open, setOpen] = useState<"new" | "rate" | Worked>();
  const [isListed, setListed] = useState(false);
  const { hours } = report;
  const inHours = (minutes: number) => t`${format.number(Math.round(minutes / 6) / 10)} h`;
  const all = hours.volunteer_minutes + hours.staff_minutes;
  const digital = hours.digital_permille === null ? "" : format.percent(hours.digital_permille / 1000);
  const close = () => setOpen(undefined);
  return (
    <Panel title={t`Hours of work`}>
      <div className={styles.body}>
        <p className={styles.big}>{all > 0 ? t`${inHours(all)}, ${digital} of it digital` : t`None noted yet`}</p>
        {all > 0 ? (
          <dl className={styles.sums}>
            <Row name={t`Volunteers`} all={inHours(hours.volunteer_minutes)}>
              {t`${inHours(hours.volunteer_digital_minutes)} digital`}
            </Row>
            <Row name={t`Staff`} all={inHours(hours.staff_minutes)}>
              {t`${inHours(hours.staff_digital_minutes)} digital`}
            </Row>
          </dl>
        ) : (
          <p className="small muted">{t`Replies, films, leaflets: what volunteers do costs no money, and still is work. Note it here, so that unpaid posts are not counted as nothing.`}</p>
        )}
        <Value report={report} />
        <p className="small muted">{t`Hours are no money: no share, no line and no forecast contains them. Staff is paid on a line already, so its hours get no value.`}</p>
        {all > 0 && scope !== "year" && (
          <details
            className={styles.more}
            onToggle={({ currentTarget }) => setListed((was) => was || currentTarget.open)}
          >
            <summary>{t`What was noted`}</summary>
            {isListed && (
              <Suspense>
                <HoursList
                  of={scope === "campaign" ? { campaign: campaign ?? "" } : { period: period.id }}
                  onChange={mayKeep ? setOpen : undefined}
                />
              </Suspense>
            )}
          </details>
        )}
        {mayKeep && (
          <div className={styles.acts}>
            <Button icon="plus" onClick={() => setOpen("new")}>{t`Note hours`}</Button>
            {scope === "period" && (
              <Button look="quiet" icon="euro" onClick={() => setOpen("rate")}>
                {hours.rate_cents === null ? t`Set a rate` : t`Change the rate`}
              </Button>
            )}
          </div>
        )}
      </div>
      <Suspense>
        {open === "rate" && <RateDialog report={report} period={period} isOpen onClose={close} />}
        {open !== undefined && open !== "rate" && (
          <HoursDialog
            period={period}
            hours={open === "new" ? undefined : open}
            campaign={scope === "campaign" ? campaign : undefined}
            isOpen
            onClose={close}
          />
        )}
      </Suspense>
    </Panel>
  );
}

function Row({ name, all, children }: { name: string; all: string; children: string }) {
  return (
    <div>
      <dt>
        {name} <small className="muted">{children}</small>
      </dt>
      <dd>{all}</dd>
    </div>
  );
}

/** What unpaid hours come to at the rate, and what the full-cost share would be with them: a figure of its own. */
function Value({ report: { hours, currency, figures } }: { report: Report }) {
  const format = useFormat();
  const { value_cents, digital_value_cents, rate_cents, rate_source: source, beside } = hours;
  if (value_cents === null || digital_value_cents === null || !beside) return null;
  const percent = (permille: number | null) => (permille === null ? "–" : format.percent(permille / 1000));
  const value = format.money(value_cents, currency);
  const digital = format.money(digital_value_cents, currency);
  const rate = rate_cents === null ? "" : format.money(rate_cents, currency);
  const [part, whole] = [format.money(beside.digital_cents, currency), format.money(beside.all_cents, currency)];
  const [then, now] = [percent(beside.permille), percent(figures.full_cost.actual.permille)];
  return (
    <div>
      <p>
        {rate ? (
          <Trans>
            Unpaid hours at {rate} ({source}): {value}, of which digital {digital}.
          </Trans>
        ) : (
          <Trans>
            Unpaid hours at the rates of their periods: {value}, of which digital {digital}.
          </Trans>
        )}
      </p>
      <p className="small muted">
        <Trans>
          With them, all costs would be {then} digital instead of {now}: {part} of {whole}.
        </Trans>
      </p>
    </div>
  );
}
