import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { CeilingDialog } from "./ceiling-dialog";
import { CeilingRow } from "./ceiling-row";
import styles from "./ceilings.module.css";
import { type Ceiling, inOrder } from "./model";
import { RulesPanel } from "./rules";

/** How much may be spent between two days, how it stands, and what the law says about buying. */
export default function CeilingsPanel() {
  const { t } = useLingui();
  const mayKeep = useMay()("keep_money");
  const { data, error, refetch } = useQuery(api.queryOptions("get", "/api/ceilings/"));
  const [changed, setChanged] = useState<Ceiling | "new">();
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonList rows={4} height={90} />;
  const add = mayKeep && <Button size="small" icon="plus" onClick={() => setChanged("new")}>{t`Set a ceiling`}</Button>;
  return (
    <div className={styles.page}>
      <Panel title={t`Spending ceilings`} aside={data.length > 0 && add}>
        {data.length === 0 ? (
          <Empty icon="budget" title={t`No ceiling is set`} action={add}>
            {t`Before a vote the law limits what a party, a list or a candidate may spend. Set the ceiling that holds for you: Carillon counts down, warns at 75, 90 and 100% and stops what goes beyond.`}
          </Empty>
        ) : (
          <ul>
            {inOrder(data).map((ceiling) => (
              <CeilingRow
                key={ceiling.id}
                ceiling={ceiling}
                onChange={mayKeep ? () => setChanged(ceiling) : undefined}
              />
            ))}
          </ul>
        )}
      </Panel>
      <RulesPanel />
      <CeilingDialog
        ceiling={changed === "new" ? undefined : changed}
        isOpen={changed !== undefined}
        onClose={() => setChanged(undefined)}
      />
    </div>
  );
}
