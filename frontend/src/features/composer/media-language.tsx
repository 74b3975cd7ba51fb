import { useLingui } from "@lingui/react/macro";
import { Segmented } from "~/components/segmented";
import { useFormat } from "~/lib/use-format";
import styles from "./composer.module.css";
import { useComposing } from "./context";

/** On a phone the tabs of the text are out of sight while pictures are described: the languages stand above these as well. */
export function MediaLanguage() {
  const { t } = useLingui();
  const format = useFormat();
  const { draft, seen, languages, language, setTab } = useComposing();
  const used = languages.filter(
    (each) =>
      draft.versions.some((version) => version.language === each) ||
      seen.some(({ placement }) => placement.languages.includes(each)),
  );
  if (used.length < 2) return null;
  return (
    <div className={styles.mediaLanguage}>
      <Segmented
        wide
        label={t`Language`}
        value={language}
        onChange={setTab}
        options={used.map((each) => ({
          value: each,
          label: <abbr title={format.languageName(each)}>{each.toUpperCase()}</abbr>,
        }))}
      />
    </div>
  );
}
