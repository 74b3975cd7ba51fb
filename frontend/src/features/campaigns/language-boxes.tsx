import { useLingui } from "@lingui/react/macro";
import { useOrganisation } from "~/api/me";
import { Checkbox } from "~/components/checkbox";
import { useFormat } from "~/lib/use-format";
import styles from "./language-boxes.module.css";
import { type Language, languages } from "./model";

/** In which languages its posts should be; none chosen: those of the organisation. */
export function LanguageBoxes({
  chosen,
  onChange,
}: {
  chosen: readonly Language[];
  onChange: (chosen: Language[]) => void;
}) {
  const { t } = useLingui();
  const { locale } = useFormat();
  const own: readonly string[] = useOrganisation().languages;
  const names = new Intl.DisplayNames([locale], { type: "language" });
  const shown = languages.filter((code) => own.includes(code) || chosen.includes(code));
  return (
    <fieldset className={styles.set}>
      <legend>{t`Languages its posts should have`}</legend>
      <div className={styles.boxes}>
        {shown.map((code) => (
          <Checkbox
            key={code}
            label={names.of(code)}
            checked={chosen.includes(code)}
            onChange={(event) =>
              onChange(languages.filter((other) => (other === code ? event.target.checked : chosen.includes(other))))
            }
          />
        ))}
      </div>
      <p className={styles.hint}>{t`None chosen: all languages of the organisation.`}</p>
    </fieldset>
  );
}
