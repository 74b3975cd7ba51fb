import { useLingui } from "@lingui/react/macro";
import { CopyField } from "~/components/copy-field";
import { Tag } from "~/components/tag";
import styles from "./dialogs.module.css";
import { type Network, variablesOf } from "./model";

/** How whoever runs this Carillon registers it with a network, with what there is to copy. */
export function SetUpSteps({ network }: { network: Network }) {
  const { t } = useLingui();
  return (
    <div className={styles.form}>
      <p>
        {network.is_set_up ? (
          <Tag tone="ok" icon="check">{t`Is set up`}</Tag>
        ) : (
          t`This is done once, by whoever runs this Carillon. Afterwards administrators can connect channels.`
        )}
      </p>
      <ol className={styles.list}>
        {network.set_up_steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <CopyField label={t`Redirect address`} value={network.redirect_url} />
      {variablesOf(network.slug).map((name) => (
        <CopyField key={name} label={t`Environment variable`} value={name} />
      ))}
    </div>
  );
}
