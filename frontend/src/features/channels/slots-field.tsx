import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "~/components/button";
import { Select } from "~/components/field";
import { Icon } from "~/components/icon";
import { TimeField } from "~/components/time-field";
import { addDays } from "~/lib/days";
import { useFormat } from "~/lib/use-format";
import styles from "./slots-field.module.css";

export interface Slot {
  day: number;
  time: string;
}
interface Props {
  value: readonly Slot[];
  onChange: (slots: Slot[]) => void;
}

const MONDAY = "2026-11-23";
const week = [0, 1, 2, 3, 4, 5, 6];

/** The channel's usual times of the week; the calendar shows those at which nothing is planned. */
export function SlotsField({ value, onChange }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const [day, setDay] = useState("all");
  const [time, setTime] = useState("09:00");
  const name = (number: number, length: "long" | "short") => format.weekday(addDays(MONDAY, number), length);
  const add = () => {
    const days = day === "all" ? [0, 1, 2, 3, 4] : [Number(day)];
    const others = value.filter((slot) => !(days.includes(slot.day) && slot.time === time));
    const next = [...others, ...days.map((number) => ({ day: number, time }))];
    onChange(next.sort((a, b) => a.day - b.day || a.time.localeCompare(b.time)));
  };
  return (
    <fieldset>
      <legend className={styles.legend}>{t`Usual times`}</legend>
      <p className="muted">{t`When it is usually heard. The calendar shows those that are still free.`}</p>
      <ul className={styles.slots}>
        {value.map((slot) => (
          <li key={`${slot.day}/${slot.time}`}>
            <button
              type="button"
              className={styles.slot}
              onClick={() => onChange(value.filter((other) => other !== slot))}
              aria-label={t`Remove ${name(slot.day, "long")}, ${slot.time}`}
            >
              {name(slot.day, "short")} {slot.time}
              <Icon name="close" size={12} />
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.add}>
        <Select label={t`Day`} value={day} onChange={(event) => setDay(event.target.value)}>
          <option value="all">{t`Monday to Friday`}</option>
          {week.map((number) => (
            <option key={number} value={number}>
              {name(number, "long")}
            </option>
          ))}
        </Select>
        <TimeField label={t`Time`} value={time} onChange={setTime} />
        <Button icon="plus" onClick={add} disabled={!time}>{t`Add`}</Button>
      </div>
    </fieldset>
  );
}
