import { useLingui } from "@lingui/react/macro";
import type { UseFormReturn } from "react-hook-form";
import { Field, Select } from "~/components/field";
import { useOthers } from "~/lib/use-others";
import styles from "./form.module.css";

interface Others {
  payer: string;
  payer_name: string;
  beneficiary: string;
  beneficiary_name: string;
}

interface Props {
  /** A form that has these fields among its own. */
  form: Pick<UseFormReturn<Others>, "watch" | "register" | "formState">;
  /** Who may be named as payer, in words. */
  payers: Readonly<Record<string, string>>;
  onChange: () => void;
}

/** Who pays and for whom, where it is not the organisation for itself: the law on gifts to parties hangs on it. */
export function ForOthers({ form, payers, onChange }: Props) {
  const { t } = useLingui();
  const [payer, beneficiary] = form.watch(["payer", "beneficiary"]);
  const { beneficiaries } = useOthers();
  const { errors } = form.formState;
  return (
    <details open={payer !== "own" || beneficiary !== "own" || undefined} className={styles.others}>
      <summary>{t`Somebody else pays, or it is for a party or candidate`}</summary>
      <div className={styles.form}>
        <p className="small muted">{t`In Belgium and France only people may give to a party or candidate: Carillon stops what the law forbids.`}</p>
        <div className={styles.pair}>
          <Select label={t`Who pays`} error={errors.payer?.message} {...form.register("payer", { onChange })}>
            {Object.entries(payers).map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
          {payer !== "own" && <Field label={t`Their name`} {...form.register("payer_name")} />}
        </div>
        <div className={styles.pair}>
          <Select label={t`For whom`} {...form.register("beneficiary", { onChange })}>
            {Object.entries(beneficiaries).map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
          {beneficiary !== "own" && (
            <Field label={t`Name of the party or candidate`} {...form.register("beneficiary_name")} />
          )}
        </div>
      </div>
    </details>
  );
}
