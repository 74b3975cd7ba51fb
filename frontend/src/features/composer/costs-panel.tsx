import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Money } from "~/components/money";
import { Panel } from "~/components/panel";
import { VatBasis } from "~/components/vat-basis";
import { useComposing } from "./context";
import styles from "./sent-panel.module.css";

/** What was asked and spent for this post, once it has left. A post without money of its own took the team's work. */
export default function CostsPanel() {
  const { t } = useLingui();
  const { post } = useComposing();
  const { data } = useQuery({
    ...api.queryOptions("get", "/api/posts/{id}/costs/", { params: { path: { id: post?.id ?? "" } } }),
    enabled: Boolean(post),
  });
  if (!data) return null;
  const { currency, requests, spent_cents, committed_cents, campaign_per_post_cents: average } = data;
  return (
    <Panel title={t`What it cost`}>
      <div className={styles.costs}>
        {requests.length === 0 ? (
          <p>{t`No money of its own was asked for it: it took the team’s work, which counts in all costs.`}</p>
        ) : (
          <p>
            <Trans>
              <Money cents={spent_cents} currency={currency} /> spent,{" "}
              <Money cents={committed_cents} currency={currency} /> promised (<VatBasis />)
            </Trans>
          </p>
        )}
        {average !== null && (
          <p className="small muted">
            <Trans>
              A post of this campaign cost <Money cents={average} currency={currency} /> on average.
            </Trans>
          </p>
        )}
      </div>
    </Panel>
  );
}
