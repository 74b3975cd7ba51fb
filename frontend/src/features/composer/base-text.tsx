import { useLingui } from "@lingui/react/macro";
import { useFormat } from "~/lib/use-format";
import { useComposing } from "./context";
import { hasText, type Language } from "./draft";
import { withText, withVersion } from "./edit";
import { Segments } from "./segments";
import { StaleNote } from "./stale-note";
import { translatedFrom } from "./staleness";
import styles from "./text-panel.module.css";
import { useVersion } from "./use-version";

interface Props {
  language: Language;
  /** It stands beside another: which one, and how to show a third instead. */
  beside?: { of: Language; onChange: (language: Language) => void };
}

/** The post in one language, with where it was translated from. */
export function BaseText({ language, beside }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { edit, seen, draft, languages, isLocked } = useComposing();
  const version = useVersion(language);
  const carriers = seen.filter(
    ({ placement, isFixed }) => placement.languages.includes(language) && !placement.own_segments && !isFixed,
  );
  const others = draft.versions.filter((each) => each.language !== language && hasText(each.segments));
  return (
    <div className={styles.column}>
      {beside && (
        <div className={styles.besideHead}>
          <select
            className={styles.pick}
            aria-label={t`Language beside it`}
            value={language}
            onChange={(event) => beside.onChange(event.target.value as Language)}
          >
            {languages
              .filter((each) => each !== beside.of)
              .map((each) => (
                <option key={each} value={each}>
                  {format.languageName(each)}
                </option>
              ))}
          </select>
        </div>
      )}
      {!beside && others.length > 0 && (
        <div className={styles.besideHead}>
          <select
            className={styles.pick}
            aria-label={t`Translated from`}
            value={version.source}
            disabled={isLocked}
            onChange={(event) =>
              edit((now) => withVersion(now, translatedFrom(now, version, event.target.value as Language | "")))
            }
          >
            <option value="">{t`An original of its own`}</option>
            {others.map((each) => (
              <option key={each.language} value={each.language}>
                {t`Translated from: ${format.languageName(each.language)}`}
              </option>
            ))}
          </select>
        </div>
      )}
      <StaleNote key={language} version={version} />
      <Segments
        label={t`Text in ${format.languageName(language)}`}
        name={beside ? "composer-beside" : "composer-segment"}
        language={language}
        segments={version.segments}
        carriers={carriers}
        onChange={(segments) => edit((now) => withText(now, version, segments))}
      />
    </div>
  );
}
