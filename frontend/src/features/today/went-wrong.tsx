import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { ErrorState } from "~/components/error-state";
import { Icon } from "~/components/icon";
import { Panel } from "~/components/panel";
import { Count } from "~/components/tag";
import { type Repair, RepairDialog } from "./repair-dialog";
import styles from "./rows.module.css";
import { TroubleRow } from "./trouble-row";
import { useTroubles } from "./use-troubles";

/** What did not go out as planned, one row for each cause, and what can be done; nothing at all while all went well. */
export function WentWrong() {
  const { t } = useLingui();
  const query = useTroubles();
  const [repair, setRepair] = useState<Repair | null>(null);
  if (query.error && !query.data) {
    return (
      <Panel title={t`Went wrong`}>
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      </Panel>
    );
  }
  if (!query.data || query.data.length === 0) return null;
  return (
    <Panel
      title={
        <span className={styles.title}>
          <Icon name="warning" className={styles.brick} />
          {t`Went wrong`}
        </span>
      }
      aside={<Count value={query.data.length} tone="broken" />}
      tone="broken"
    >
      <ul>
        {query.data.map((trouble) => (
          <TroubleRow key={trouble.cause} trouble={trouble} onRepair={setRepair} />
        ))}
      </ul>
      {repair && (
        <RepairDialog
          key={`${repair.act}${repair.post?.delivery ?? repair.trouble.cause}`}
          {...repair}
          onClose={() => setRepair(null)}
        />
      )}
    </Panel>
  );
}
