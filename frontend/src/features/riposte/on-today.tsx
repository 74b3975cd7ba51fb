import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { buttonClass } from "~/components/button";
import { Icon } from "~/components/icon";
import { Panel } from "~/components/panel";
import { Count } from "~/components/tag";
import { MineUntil } from "./on-call-panel";
import styles from "./riposte.module.css";
import { RiposteRow } from "./riposte-row";

/** On Today: the ripostes that run, whether I am on call, and the way to start one. */
export function RipostesOnToday() {
  const { t } = useLingui();
  const may = useMay();
  const { slug } = useOrganisation();
  const { data } = useQuery(api.queryOptions("get", "/api/ripostes/"));
  const { data: rota } = useQuery(api.queryOptions("get", "/api/on-call/"));
  const running = data?.running ?? [];
  if (running.length === 0 && !rota?.is_mine && !may("write")) return null;
  return (
    <Panel
      title={
        <span className={styles.who}>
          <Icon name="bolt" />
          {t`Riposte`}
        </span>
      }
      aside={running.length > 0 && <Count value={running.length} tone="attention" />}
      tone={running.length > 0 ? "attention" : "plain"}
    >
      {rota?.is_mine && rota.mine_until && (
        <div className={styles.calm}>
          <MineUntil at={rota.mine_until} />
        </div>
      )}
      <ul>
        {running.map((riposte) => (
          <RiposteRow key={riposte.id} riposte={riposte} targetMin={data?.target_min ?? 15} />
        ))}
      </ul>
      {may("write") && (
        <div className={styles.acts}>
          <Link to={`/${slug}/riposte` as string} className={buttonClass("normal")}>
            <Icon name="bolt" />
            {t`Answer the news`}
          </Link>
        </div>
      )}
    </Panel>
  );
}
