import { useLingui } from "@lingui/react/macro";
import { Icon } from "~/components/icon";
import { Tag } from "~/components/tag";
import { useFormat } from "~/lib/use-format";
import { useComposing } from "./context";
import { hasText, type Language } from "./draft";
import { isBehind } from "./staleness";
import styles from "./text-panel.module.css";

/** A language's tab: whether its text is there, and whether it still says what its source says. */
export function LanguageLabel({ language }: { language: Language }) {
  const { t } = useLingui();
  const format = useFormat();
  const { draft, own, seen } = useComposing();
  const version = draft.versions.find((each) => each.language === language);
  const carriers = seen.filter(({ placement }) => placement.languages.includes(language));
  const isWanted = carriers.some(({ placement, isFixed }) => !placement.own_segments && !isFixed);
  return (
    <>
      <abbr className={styles.code} title={format.languageName(language)}>
        {language.toUpperCase()}
      </abbr>
      {version && hasText(version.segments) ? (
        isBehind(draft, version) ? (
          <Tag tone="warn" icon="retry">{t`out of date`}</Tag>
        ) : (
          carriers.length === 0 && seen.length > 0 && <Tag>{t`no channel`}</Tag>
        )
      ) : isWanted ? (
        <Tag tone="warn" icon="warning">{t`missing`}</Tag>
      ) : (
        own.has(language) && <Icon name="plus" size={12} />
      )}
    </>
  );
}
