import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "~/api/client";
import { Panel } from "~/components/panel";
import { CeilingRow } from "./ceiling-row";

/** The ceilings that hold today, with their countdown. Nothing is drawn while none does. */
export default function RunningCeilings() {
  const { t } = useLingui();
  const { data } = useQuery(api.queryOptions("get", "/api/ceilings/"));
  const running = data?.filter(({ state }) => state === "running") ?? [];
  if (running.length === 0) return null;
  return (
    <Panel
      title={t`Spending ceilings`}
      aside={
        <Link to="." search={(old: object) => ({ ...old, view: "ceilings" }) as never}>
          {t`Ceilings and rules`}
        </Link>
      }
    >
      <ul>
        {running.map((ceiling) => (
          <CeilingRow key={ceiling.id} ceiling={ceiling} onChange={undefined} />
        ))}
      </ul>
    </Panel>
  );
}
