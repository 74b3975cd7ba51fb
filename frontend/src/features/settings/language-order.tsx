import { useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { IconButton } from "~/components/icon-button";
import { locales } from "~/lib/locale";
import { useFormat } from "~/lib/use-format";
import { moved } from "./model";
import styles from "./parts.module.css";

type Language = (typeof locales)[number];

interface Props {
  value: readonly Language[];
  onChange: (languages: Language[]) => void;
  disabled?: boolean;
  error?: string | undefined;
}

/** The languages an organisation publishes in; the first one is written first. */
export function LanguageOrder({ value, onChange, disabled, error }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const others = locales.filter((language) => !value.includes(language));
  return (
    <fieldset disabled={disabled}>
      <legend className={styles.legend}>{t`Languages it publishes in`}</legend>
      <p className={styles.hint}>{t`New posts start in the first one.`}</p>
      <ol className={styles.order}>
        {value.map((language, at) => {
          const name = format.languageName(language);
          return (
            <li key={language}>
              <span className={styles.languageName}>{name}</span>
              <IconButton
                icon="up"
                look="plain"
                label={t`${name}: further up`}
                disabled={disabled || at === 0}
                onClick={() => onChange(moved(value, language, -1))}
              />
              <IconButton
                icon="down"
                look="plain"
                label={t`${name}: further down`}
                disabled={disabled || at === value.length - 1}
                onClick={() => onChange(moved(value, language, 1))}
              />
              <IconButton
                icon="close"
                look="plain"
                label={t`Take out ${name}`}
                disabled={disabled || value.length === 1}
                onClick={() => onChange(value.filter((each) => each !== language))}
              />
            </li>
          );
        })}
      </ol>
      {!disabled && others.length > 0 && (
        <p className={styles.buttons}>
          {others.map((language) => (
            <Button key={language} size="small" icon="plus" onClick={() => onChange([...value, language])}>
              <span className={styles.capital}>{format.languageName(language)}</span>
            </Button>
          ))}
        </p>
      )}
      {error && (
        <p className={styles.wrong} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
