import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useId } from "react";
import styles from "./campaign-form.module.css";
import { colours } from "./model";

const names = {
  "#0F766E": msg`Verdigris`,
  "#9D2B5B": msg`Raspberry`,
  "#2F5D9B": msg`Blue`,
  "#B45309": msg`Bronze`,
  "#5B3F86": msg`Violet`,
  "#3F7D20": msg`Moss`,
  "#B91C1C": msg`Brick`,
  "#14213D": msg`Ink`,
} as const satisfies Record<(typeof colours)[number], unknown>;

/** The colour a campaign has in the calendar; each has a name for who does not tell them apart. */
export function ColourField({ value, onChange }: { value: string; onChange: (colour: string) => void }) {
  const { t } = useLingui();
  const name = useId();
  const isOwn = !colours.some((colour) => colour.toLowerCase() === value.toLowerCase());
  return (
    <fieldset>
      <legend className={styles.legend}>{t`Colour in the calendar`}</legend>
      <div className={styles.colours}>
        {isOwn && <Choice name={name} colour={value} words={t`Its own`} isChosen onChange={onChange} />}
        {colours.map((colour) => (
          <Choice
            key={colour}
            name={name}
            colour={colour}
            words={t(names[colour])}
            isChosen={colour.toLowerCase() === value.toLowerCase()}
            onChange={onChange}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface ChoiceProps {
  name: string;
  colour: string;
  words: string;
  isChosen: boolean;
  onChange: (colour: string) => void;
}

function Choice({ name, colour, words, isChosen, onChange }: ChoiceProps) {
  return (
    <label className={styles.colour} title={words}>
      <input type="radio" name={name} checked={isChosen} aria-label={words} onChange={() => onChange(colour)} />
      <span style={{ background: colour }} />
    </label>
  );
}
