import { useLingui } from "@lingui/react/macro";
import { Field, Select } from "~/components/field";
import type { OnCall } from "./model";
import styles from "./riposte.module.css";
import type { RotaActs } from "./use-rota";
import { Where } from "./where";

/** Who is asked when nobody is on the rota, and the minutes of the fast lane. Saved when a field is left. */
export function LaneForm({ rota, acts }: { rota: OnCall; acts: RotaActs }) {
  const { t } = useLingui();
  const minutes = (name: "patience_min" | "expires_min" | "target_min" | "window_min", label: string, hint: string) => (
    <Field
      key={`${name}${rota[name]}`}
      type="number"
      inputMode="numeric"
      min={name === "window_min" ? 0 : name === "expires_min" ? 5 : 1}
      max={name === "patience_min" ? 120 : 720}
      label={label}
      hint={hint}
      defaultValue={rota[name]}
      onBlur={({ target }) => {
        const value = Number(target.value);
        if (target.checkValidity() && target.value && value !== rota[name]) acts.arrange({ [name]: value });
      }}
    />
  );
  // A network that takes no post without a picture is never on by itself.
  const able = rota.channels.filter(({ needs_picture }) => !needs_picture);
  return (
    <section className={styles.stack}>
      <h3 className={styles.label}>{t`How the fast lane is set`}</h3>
      <Select
        label={t`Asked when nobody is on the rota`}
        value={rota.default_person?.id ?? ""}
        onChange={({ target }) => acts.arrange({ default_person: target.value || null })}
      >
        <option value="">{t`Everybody who decides on posts`}</option>
        {rota.people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {able.length > 0 && (
        <div className={styles.when}>
          <span className={styles.label}>{t`Channels that a riposte usually goes to`}</span>
          <Where
            channels={able}
            on={new Set(able.filter(({ is_left_out }) => !is_left_out).map(({ id }) => id))}
            onChange={(on) => acts.arrange({ left_out: able.map(({ id }) => id).filter((id) => !on.has(id)) })}
          />
        </div>
      )}
      <div className={styles.pair}>
        {minutes("patience_min", t`Minutes until the next is asked too`, t`When nobody has answered`)}
        {minutes("expires_min", t`Minutes until it is too late`, t`Then nothing goes out by itself`)}
        {minutes("target_min", t`Target in minutes`, t`From the news to live in every language`)}
        {minutes("window_min", t`In the way, in minutes`, t`How near other posts of the channels are shown`)}
      </div>
    </section>
  );
}
