import { useLingui } from "@lingui/react/macro";
import { isSkipped, startOfDay, toInstant } from "~/lib/local-time";
import { useFormat } from "~/lib/use-format";
import styles from "./date-time-picker.module.css";
import { Field } from "./field";
import { TimeField } from "./time-field";

interface Props {
  /** Local date and time in `zone`, "2026-11-24T09:00", or "" while nobody has said when. */
  value: string;
  onChange: (local: string) => void;
  /** IANA zone the time is meant in; default: the organisation's. */
  zone?: string;
  /** Earliest day, "2026-11-24". */
  min?: string;
  error?: string | undefined;
  /** The hour a day without one starts with. */
  defaultTime?: string;
}

/** A date and a time by the device's own pickers, in a zone that is named; says the person's own time where it differs. */
export function DateTimePicker({ value, onChange, zone, min, error, defaultTime = "09:00" }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const place = zone ?? format.zone;
  const [date = "", time = ""] = value.split("T");
  const name = format.zoneName(place);
  const own = date && time ? format.ownTime(toInstant(`${date}T${time}`, place)) : null;
  const skipped = Boolean(date && time) && isSkipped(`${date}T${time}`, place);
  return (
    <fieldset className={styles.pair}>
      <legend className="only-read">{t`Date and time`}</legend>
      <Field
        type="date"
        label={t`Date`}
        value={date}
        min={min}
        error={error}
        hint={date ? format.date(date, "weekday") : undefined}
        onChange={(event) =>
          onChange(
            event.target.value
              ? `${event.target.value}T${time || startOfDay(event.target.value, defaultTime, place)}`
              : "",
          )
        }
      />
      <TimeField
        label={t`Time`}
        value={time}
        disabled={!date}
        hint={own ? t`${name} time, ${own} yours` : t`${name} time`}
        error={skipped ? t`The clocks go forward that night: this time does not exist.` : undefined}
        onChange={(next) => onChange(`${date}T${next}`)}
      />
    </fieldset>
  );
}
