import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { useMay, useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { PageHeader } from "~/components/page-header";
import { SkeletonList } from "~/components/skeleton";
import { Tabs } from "~/components/tabs";
import { VatBasis } from "~/components/vat-basis";
import { dayOf } from "~/lib/days";
import { AskDialog } from "./ask-dialog";
import styles from "./budget.module.css";
import { Expenses } from "./expenses";
import { type Period, periodOn } from "./model";
import { OverviewPanel } from "./overview";
import { PeriodDialog } from "./period-dialog";
import { PeriodMenu } from "./period-menu";
import { usePeriods } from "./queries";
import { Requests } from "./requests";
import type { BudgetSearch } from "./search";

const CeilingsPanel = lazy(() => import("./ceilings/ceilings"));
const DigitalPanel = lazy(() => import("./digital/digital"));
const ExportDialog = lazy(() => import("./export/export-dialog"));
const Invoices = lazy(() => import("./invoices/invoices"));
const ImportPanel = lazy(() => import("./statements/import-panel"));
const Suppliers = lazy(() => import("./suppliers/suppliers"));

interface Props {
  search: BudgetSearch;
  onSearch: (next: BudgetSearch) => void;
}

/** Where the money goes, what is promised, what is asked for, and how much of it is digital. */
export function Budget({ search, onSearch }: Props) {
  const { t } = useLingui();
  const may = useMay();
  const organisation = useOrganisation();
  const periods = usePeriods();
  const [isOpening, setOpening] = useState(false);
  const found = periods.data ?? [];
  const today = dayOf(new Date(), organisation.time_zone);
  const period = found.find(({ id }) => id === search.period) ?? periodOn(found, today);
  return (
    <>
      {periods.isPending && (
        <>
          <PageHeader title={t`Budget`} />
          <SkeletonList rows={5} height={80} />
        </>
      )}
      {periods.error && !periods.data && (
        <>
          <PageHeader title={t`Budget`} />
          <ErrorState error={periods.error} retry={() => void periods.refetch()} />
        </>
      )}
      {periods.data && !period && (
        <>
          <PageHeader title={t`Budget`} />
          <Empty
            icon="budget"
            title={t`No budget yet`}
            action={
              may("keep_money") && (
                <Button look="primary" icon="plus" onClick={() => setOpening(true)}>{t`Open a period`}</Button>
              )
            }
          >
            {may("keep_money")
              ? t`Open a period, such as a year, and plan lines in it. Carillon then shows how much of the money goes to digital media.`
              : t`A treasurer or an administrator can open a period. Then money can be planned and asked for.`}
          </Empty>
        </>
      )}
      {period && (
        <PeriodView
          key={period.id}
          {...{ search, onSearch, period, periods: found, onOpenPeriod: () => setOpening(true) }}
        />
      )}
      <PeriodDialog
        isOpen={isOpening}
        onClose={() => setOpening(false)}
        onSaved={({ id }) => onSearch({ ...search, period: id })}
      />
    </>
  );
}

interface ViewProps extends Props {
  period: Period;
  periods: readonly Period[];
  onOpenPeriod: () => void;
}

function PeriodView({ search, onSearch, period, periods, onOpenPeriod }: ViewProps) {
  const { t } = useLingui();
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const sees = may("see_money");
  const view = sees ? (search.view ?? (search.request ? "requests" : "overview")) : "requests";
  const requests = (
    <Requests period={period} open={search.request} onOpen={(request) => onSearch({ ...search, view, request })} />
  );
  return (
    <>
      <PageHeader
        title={t`Budget`}
        actions={
          <>
            {sees && <Button icon="download" onClick={() => setExporting(true)}>{t`Export`}</Button>}
            {may("ask_money") && (
              <Button look="primary" icon="euro" onClick={() => setAsking(true)}>{t`Ask for money`}</Button>
            )}
          </>
        }
      >
        <PeriodMenu
          {...{ period, periods, onOpenPeriod }}
          onChoose={(id) => onSearch({ ...search, period: id, request: undefined })}
        />
        <span className={styles.vat}>
          <Trans>
            All amounts <VatBasis />
          </Trans>
        </span>
      </PageHeader>
      {sees ? (
        <Tabs
          label={t`Parts of the budget`}
          value={view}
          onChange={(next) => onSearch({ ...search, view: next, request: undefined, supplier: undefined })}
          tabs={[
            { value: "overview", label: t`Overview` },
            { value: "digital", label: t`Digital share` },
            { value: "requests", label: t`Requests` },
            { value: "expenses", label: t`Expenses` },
            { value: "invoices", label: t`Invoices` },
            { value: "import", label: t`Import` },
            { value: "suppliers", label: t`Suppliers` },
            { value: "ceilings", label: t`Ceilings and rules` },
          ]}
        >
          <div className={styles.tab}>
            {view === "overview" && <OverviewPanel period={period} />}
            {view === "ceilings" && (
              <Suspense fallback={<SkeletonList rows={4} height={90} />}>
                <CeilingsPanel />
              </Suspense>
            )}
            {view === "digital" && (
              <Suspense fallback={<SkeletonList rows={6} height={80} />}>
                <DigitalPanel
                  period={period}
                  scope={search.scope ?? "period"}
                  campaign={search.campaign}
                  onScope={(scope, campaign) => onSearch({ ...search, view, scope, campaign })}
                />
              </Suspense>
            )}
            {view === "requests" && requests}
            {view === "expenses" && <Expenses period={period} />}
            {view === "invoices" && (
              <Suspense fallback={<SkeletonList rows={6} height={60} />}>
                <Invoices period={period} />
              </Suspense>
            )}
            {view === "import" && (
              <Suspense fallback={<SkeletonList rows={6} height={60} />}>
                <ImportPanel period={period} onInvoices={() => onSearch({ ...search, view: "invoices" })} />
              </Suspense>
            )}
            {view === "suppliers" && (
              <Suspense fallback={<SkeletonList rows={6} height={60} />}>
                <Suppliers
                  currency={period.currency}
                  open={search.supplier}
                  onOpen={(supplier) => onSearch({ ...search, view, supplier })}
                />
              </Suspense>
            )}
          </div>
        </Tabs>
      ) : (
        requests
      )}
      <Suspense fallback={null}>
        {isExporting && <ExportDialog period={period} onClose={() => setExporting(false)} />}
      </Suspense>
      <AskDialog
        period={period}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onAsked={() => onSearch({ ...search, view: "requests", request: undefined })}
      />
    </>
  );
}
