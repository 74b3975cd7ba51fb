import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Panel } from "~/components/panel";
import { Count } from "~/components/tag";
import { Left } from "./left-to-take-back";
import styles from "./take-back.module.css";

/** Among the decisions: new texts for posts that are online, which wait for a yes by this person. */
export function CorrectionsToDecide() {
  const { t } = useLingui();
  const { data } = useQuery(api.queryOptions("get", "/api/takebacks/", { params: { query: { left: true } } }));
  const waiting = data?.filter(({ may_decide }) => may_decide) ?? [];
  if (waiting.length === 0) return null;
  return (
    <Panel
      title={t`New texts for posts that are online`}
      aside={<Count value={waiting.length} />}
      tone="attention"
      className={styles.above}
    >
      <ul>
        {waiting.map((takeBack) => (
          <Left key={takeBack.id} takeBack={takeBack} />
        ))}
      </ul>
    </Panel>
  );
}
