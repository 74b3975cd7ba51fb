import { type ComponentProps, type KeyboardEvent, useId, useState } from "react";
import { Field } from "./field";
import styles from "./suggest-field.module.css";

export interface Suggestion {
  key: string;
  /** What stands in the field once it is chosen. */
  text: string;
  about?: string;
}

interface Props extends Omit<ComponentProps<typeof Field>, "value" | "onChange" | "type"> {
  value: string;
  onChange: (text: string) => void;
  /** What fits what stands in the field, the best first. */
  suggestions: readonly Suggestion[];
}

/** A field to write in freely, with what is known offered below: arrow keys and Enter, or a finger. */
export function SuggestField({ value, onChange, suggestions, onBlur, ...rest }: Props) {
  const list = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const isShown = isOpen && suggestions.length > 0;
  const choose = (one: Suggestion | undefined) => {
    if (one) onChange(one.text);
    setOpen(false);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setOpen(true);
      // -1 is the field itself, so that arrows lead back to what was written.
      if (isShown) setActive(((active + 1 + step + suggestions.length + 1) % (suggestions.length + 1)) - 1);
    } else if (event.key === "Enter" && isShown && active >= 0) {
      event.preventDefault();
      choose(suggestions[active]);
    } else if (event.key === "Escape" && isShown) {
      event.stopPropagation();
      choose(undefined);
    }
  };
  return (
    <div className={styles.around}>
      <Field
        {...rest}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          choose(undefined);
          onBlur?.(event);
        }}
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={list}
        aria-activedescendant={isShown && active >= 0 ? `${list}-${active}` : undefined}
      />
      {isShown && (
        <div
          id={list}
          role="listbox"
          className={styles.list}
          aria-label={typeof rest.label === "string" ? rest.label : undefined}
        >
          {suggestions.map((one, index) => (
            <div
              key={one.key}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={styles.option}
              // The field keeps the focus, on a phone its keyboard.
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(one)}
              onKeyDown={() => undefined}
            >
              <span>{one.text}</span>
              {one.about && <span className={styles.about}>{one.about}</span>}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
