import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { toLocal } from "~/lib/local-time";
import { useFormat } from "~/lib/use-format";
import type { OnCall } from "./model";
import { PersonSelect, usePeople } from "./person-select";
import styles from "./riposte.module.css";
import type { RotaActs } from "./use-rota";

/** Say on which days somebody is away. */
export function AwayForm({ rota, acts }: { rota: OnCall; acts: RotaActs }) {
  const { t } = useLingui();
  const { zone } = useFormat();
  const today = toLocal(new Date(), zone).slice(0, 10);
  const [person, setPerson] = useState(usePeople(rota)[0]?.id ?? "");
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  return (
    <div className={styles.form}>
      <PersonSelect rota={rota} value={person} onChange={setPerson} />
      <div className={styles.pair}>
        <Field type="date" label={t`First day`} value={from} onChange={({ target }) => setFrom(target.value)} />
        <Field type="date" label={t`Last day`} value={to} min={from} onChange={({ target }) => setTo(target.value)} />
      </div>
      <Button icon="plus" disabled={!person || !from || !to} onClick={() => void acts.goAway(person, from, to)}>
        {t`Put down as away`}
      </Button>
    </div>
  );
}
