import { useLingui } from "@lingui/react/macro";
import { CampaignMark } from "~/components/campaign-mark";
import { Fact } from "~/components/facts";
import styles from "./goal-fact.module.css";
import type { Card } from "./model";

/** The campaign it belongs to, what that is for, and the objective it leads to. */
export function GoalFact({ serves }: { serves: Card["serves"] }) {
  const { t } = useLingui();
  const terms = { short: t`Short term`, medium: t`Medium term`, long: t`Long term` };
  if (!serves) {
    return (
      <Fact name={t`Campaign and goal`} wide>
        <span className={styles.without}>{t`None: it serves no goal that was written down`}</span>
      </Fact>
    );
  }
  const { objective } = serves;
  return (
    <>
      <Fact name={t`Campaign and goal`} wide>
        <span className={styles.campaign}>
          <CampaignMark colour={serves.colour} />
          {serves.name}
        </span>
        {serves.goal && <small>{serves.goal}</small>}
      </Fact>
      <Fact name={t`Objective`} wide>
        {objective ? (
          <>
            {objective.name}
            <small>{terms[objective.horizon]}</small>
          </>
        ) : (
          <span className={styles.without}>{t`The campaign leads to no objective yet`}</span>
        )}
      </Fact>
    </>
  );
}
