import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "~/components/button";
import { DateTimePicker } from "~/components/date-time-picker";
import { Field } from "~/components/field";
import { Segmented } from "~/components/segmented";
import { toLocal } from "~/lib/local-time";
import { useFormat } from "~/lib/use-format";
import { later, mondayOf, type OnCall, weekOf } from "./model";
import { PersonSelect, usePeople } from "./person-select";
import styles from "./riposte.module.css";
import type { RotaActs } from "./use-rota";

/** Put somebody on call: for a week, or between two times. */
export function DutyForm({ rota, acts }: { rota: OnCall; acts: RotaActs }) {
  const { t } = useLingui();
  const { zone } = useFormat();
  const now = toLocal(new Date(), zone);
  const [person, setPerson] = useState(usePeople(rota)[0]?.id ?? "");
  const [kind, setKind] = useState<"week" | "span">("week");
  const [monday, setMonday] = useState(later(`${mondayOf(now.slice(0, 10))}T00:00`, 7 * 1440).slice(0, 10));
  const [starts, setStarts] = useState(now);
  const [ends, setEnds] = useState(later(now, 240));
  const add = () => {
    const span = kind === "week" ? weekOf(mondayOf(monday)) : { starts, ends };
    void acts.putOnCall(person, span.starts, span.ends);
  };
  return (
    <div className={styles.form}>
      <PersonSelect rota={rota} value={person} onChange={setPerson} />
      <Segmented
        label={t`For how long`}
        value={kind}
        onChange={setKind}
        options={[
          { value: "week", label: t`A week` },
          { value: "span", label: t`From … to …` },
        ]}
      />
      {kind === "week" ? (
        <Field
          type="date"
          label={t`Week of`}
          value={monday}
          min={mondayOf(now.slice(0, 10))}
          onChange={({ target }) => target.value && setMonday(target.value)}
          hint={t`From Monday, midnight, to the next Monday`}
        />
      ) : (
        <>
          <DateTimePicker value={starts} onChange={setStarts} min={now.slice(0, 10)} />
          <DateTimePicker value={ends} onChange={setEnds} min={starts.slice(0, 10)} />
        </>
      )}
      <Button icon="plus" disabled={!person} onClick={add}>{t`Put on call`}</Button>
    </div>
  );
}
