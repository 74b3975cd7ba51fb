import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMay, useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { ErrorState } from "~/components/error-state";
import { Icon } from "~/components/icon";
import { NetworkMark } from "~/components/network-mark";
import { Panel } from "~/components/panel";
import { isState, StateBadge } from "~/components/state-badge";
import { Count } from "~/components/tag";
import { When } from "~/components/when";
import { repairs } from "./model";
import { type Repair, RepairDialog } from "./repair-dialog";
import styles from "./rows.module.css";
import { useWrong, type Wrong } from "./use-wrong";

/** What did not go out as planned, why, and what can be done; nothing at all while all went well. */
export function WentWrong() {
  const { t } = useLingui();
  const query = useWrong();
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
        {query.data.map((wrong) => (
          <WrongRow key={wrong.id} wrong={wrong} onRepair={(act) => setRepair({ act, wrong })} />
        ))}
      </ul>
      {repair && <RepairDialog key={`${repair.wrong.id}${repair.act}`} {...repair} onClose={() => setRepair(null)} />}
    </Panel>
  );
}

function WrongRow({ wrong, onRepair }: { wrong: Wrong; onRepair: (act: Repair["act"]) => void }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const may = useMay();
  const can = repairs(wrong.state);
  return (
    <li className={styles.row}>
      <div className={styles.body}>
        <Link to={`/${slug}/posts/${wrong.post}` as string} className={styles.name}>
          {wrong.first_line || t`No text yet`}
        </Link>
        <p className={styles.facts}>
          <NetworkMark network={wrong.network} />
          <span>{wrong.channel_name}</span>
          <When at={wrong.planned_at} />
          {isState(wrong.state) && <StateBadge state={wrong.state} />}
        </p>
        <p>{wrong.message}</p>
      </div>
      {may("repair") && (
        <div className={styles.acts}>
          {can.online && (
            <Button size="small" look="primary" onClick={() => onRepair("online")}>{t`It is online`}</Button>
          )}
          {can.retry && (
            <Button size="small" look={can.online ? "normal" : "primary"} onClick={() => onRepair("retry")}>
              {can.online ? t`Send again` : t`Try again`}
            </Button>
          )}
          {can.drop && <Button size="small" look="quiet" onClick={() => onRepair("drop")}>{t`Do not send`}</Button>}
        </div>
      )}
    </li>
  );
}
