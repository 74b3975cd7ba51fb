import { type ReactNode, useEffect, useState } from "react";
import { typedTime } from "~/lib/typed-time";
import { Field } from "./field";

interface Props {
  label: string;
  /** "09:30" or "". */
  value: string;
  onChange: (time: string) => void;
  disabled?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
}

const isTouch = () => matchMedia("(pointer: coarse)").matches;

/** A time of day on 24 hours: typed on a laptop (9, 930, 9h30), where the browser's own field may speak of AM and PM; the phone's own wheel on touch. */
export function TimeField({ value, onChange, ...rest }: Props) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  if (isTouch()) {
    return (
      <Field
        {...rest}
        type="time"
        step={60}
        value={value}
        onChange={({ target }) => target.value && onChange(target.value)}
      />
    );
  }
  const settle = () => {
    const time = typedTime(typed);
    if (time === null) setTyped(value);
    else if (time !== value) onChange(time);
    else setTyped(time);
  };
  return (
    <Field
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      placeholder="09:00"
      maxLength={7}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={settle}
      onKeyDown={(event) => event.key === "Enter" && settle()}
    />
  );
}
