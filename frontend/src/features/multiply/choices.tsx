import { useLingui } from "@lingui/react/macro";
import { Checkbox } from "~/components/checkbox";
import { DateTimePicker } from "~/components/date-time-picker";
import { Select } from "~/components/field";
import { NetworkMark } from "~/components/network-mark";
import { beforeEvent, type Channel, type How, type Preview, type Reminder, reminders } from "./model";
import styles from "./multiply.module.css";
import { useReminderWords } from "./use-reminder-words";

type Unit = "part" | "paragraph" | "quote" | "sentence";

export interface Chosen {
  how: How;
  /** None: those of the post. */
  channels: string[];
  /** "": the coarsest that gives two pieces. */
  unit: Unit | "";
  reminders: Reminder[];
  /** Local time of what is reminded of, or "". */
  event: string;
}

interface Props {
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
  units: Preview["units"];
  channels: readonly Channel[];
}

const switched = <Value,>(list: readonly Value[], value: Value): Value[] =>
  list.includes(value) ? list.filter((other) => other !== value) : [...list, value];

/** What there is to choose, for the way that was chosen. */
export function Choices({ chosen, onChange, units, channels }: Props) {
  const { t } = useLingui();
  const reminderWords = useReminderWords();
  const words: Record<Unit, string> = {
    part: t`Parts of the thread`,
    paragraph: t`Paragraphs`,
    quote: t`What stands in quotation marks`,
    sentence: t`Sentences`,
  };
  if (chosen.how === "channel") {
    return (
      <fieldset className={styles.boxes}>
        <legend>{t`Channels (none chosen: those of the post)`}</legend>
        {channels
          .filter(({ state }) => state !== "disconnected")
          .map(({ id, name, network }) => (
            <Checkbox
              key={id}
              label={
                <span className={styles.channel}>
                  <NetworkMark network={network} /> {name}
                </span>
              }
              checked={chosen.channels.includes(id)}
              onChange={() => onChange({ ...chosen, channels: switched(chosen.channels, id) })}
            />
          ))}
      </fieldset>
    );
  }
  if (chosen.how === "quote") {
    if (units.length === 0)
      return <p className={styles.small}>{t`The text has one sentence only: there is nothing to cut.`}</p>;
    return (
      <Select
        label={t`Cut at`}
        value={chosen.unit || units[0]}
        onChange={(event) => onChange({ ...chosen, unit: event.target.value as Unit })}
      >
        {units.map((unit) => (
          <option key={unit} value={unit}>
            {words[unit as Unit]}
          </option>
        ))}
      </Select>
    );
  }
  if (chosen.how === "reminder") {
    return (
      <>
        <fieldset className={styles.boxes}>
          <legend>{t`When`}</legend>
          {reminders.map((each) => (
            <Checkbox
              key={each}
              label={reminderWords[each]}
              checked={chosen.reminders.includes(each)}
              onChange={() => onChange({ ...chosen, reminders: switched(chosen.reminders, each) })}
            />
          ))}
        </fieldset>
        {chosen.reminders.some((each) => beforeEvent.has(each)) && (
          <div className={styles.event}>
            <p className={styles.small}>{t`When is what they remind of?`}</p>
            <DateTimePicker
              value={chosen.event}
              onChange={(event) => onChange({ ...chosen, event })}
              defaultTime="19:00"
            />
          </div>
        )}
      </>
    );
  }
  return null;
}
