import { useLingui } from "@lingui/react/macro";
import styles from "./honestly.module.css";
import type { Experiment } from "./queries";

/** How the numbers come about, for whoever does not believe them. */
export function Honestly({ seen }: { seen: Experiment }) {
  const { t } = useLingui();
  return (
    <details className={styles.honestly} open={seen.planned === 0}>
      <summary>{t`How is this counted?`}</summary>
      <ul>
        <li>{t`The posts are planned and approved like yours, and sent by the same processes. Nothing here writes an outcome.`}</li>
        <li>{t`What stands on the wall is counted in the networks’ own ledger of what they accepted, not in Carillon’s tables.`}</li>
        <li>{t`The networks are a stand-in on this machine that answers after 0.3 seconds, as real ones do. Nothing leaves it.`}</li>
        <li>{t`Lost means: not on the wall, not on its way, and nobody is asked. Doubled means: on the wall more than once.`}</li>
        <li>{t`Called failed though it is online: ${seen.wrongly_failed}. That would be as bad.`}</li>
        <li>{t`What a killed worker had in its hands is looked for after 45 seconds. Where three looks find nothing, it is sent once more: that takes four to five minutes.`}</li>
      </ul>
    </details>
  );
}
