import { Trans, useLingui } from "@lingui/react/macro";
import { Icon } from "~/components/icon";
import { NetworkMark } from "~/components/network-mark";
import { Tabs } from "~/components/tabs";
import { Tag } from "~/components/tag";
import { useFormat } from "~/lib/use-format";
import { type Tab, useComposing } from "./context";
import { hasText, type Language } from "./draft";
import { withPlacement, withVersion } from "./edit";
import { OwnTextNote } from "./own-text-note";
import { Segments } from "./segments";
import styles from "./text-panel.module.css";
import { useVersion } from "./use-version";

/** What the post says: a tab per language, and one per channel that has a text of its own. */
export function TextPanel() {
  const { t } = useLingui();
  const { languages, seen, tab, setTab } = useComposing();
  const own = seen.filter(({ placement }) => placement.own_segments);
  const tabs: { value: Tab; label: React.ReactNode }[] = [
    ...languages.map((language) => ({ value: language as Tab, label: <LanguageLabel language={language} /> })),
    ...own.map(({ key, network, name, placement }) => ({
      value: `own:${key}` as Tab,
      label: (
        <span className={styles.ownTab}>
          <NetworkMark network={network} />
          <span className={styles.ownName}>{name}</span>
          {placement.languages.length > 0 && seen.filter((each) => each.name === name).length > 1 && (
            <span>{placement.languages.map((each) => each.toUpperCase()).join("+")}</span>
          )}
        </span>
      ),
    })),
  ];
  const mine = tab.startsWith("own:") ? own.find(({ key }) => `own:${key}` === tab) : undefined;
  return (
    <section id="composer-text" className={`${styles.panel} ${mine ? styles.departs : ""}`} aria-label={t`Text`}>
      <Tabs label={t`Languages and own texts`} tabs={tabs} value={tab} onChange={setTab}>
        {mine ? <OwnText id={mine.key} /> : <BaseText language={tab as Language} />}
      </Tabs>
    </section>
  );
}

function LanguageLabel({ language }: { language: Language }) {
  const { t } = useLingui();
  const format = useFormat();
  const { draft, own, seen } = useComposing();
  const segments = draft.versions.find((version) => version.language === language)?.segments ?? [];
  const carriers = seen.filter(({ placement }) => placement.languages.includes(language));
  const isWanted = carriers.some(({ placement, isFixed }) => !placement.own_segments && !isFixed);
  const name = format.languageName(language);
  return (
    <>
      <abbr className={styles.code} title={name}>
        {language.toUpperCase()}
      </abbr>
      {hasText(segments) ? (
        carriers.length === 0 && seen.length > 0 && <Tag>{t`no channel`}</Tag>
      ) : isWanted ? (
        <Tag tone="warn" icon="warning">{t`missing`}</Tag>
      ) : (
        own.has(language) && <Icon name="plus" size={12} />
      )}
    </>
  );
}

function BaseText({ language }: { language: Language }) {
  const { t } = useLingui();
  const format = useFormat();
  const { edit, seen } = useComposing();
  const version = useVersion(language);
  const carriers = seen.filter(
    ({ placement, isFixed }) => placement.languages.includes(language) && !placement.own_segments && !isFixed,
  );
  return (
    <Segments
      label={t`Text in ${format.languageName(language)}`}
      language={language}
      segments={version.segments}
      carriers={carriers}
      onChange={(segments) => edit((draft) => withVersion(draft, { ...version, segments }))}
    />
  );
}

function OwnText({ id }: { id: string }) {
  const { t } = useLingui();
  const { edit, seen } = useComposing();
  const mine = seen.find(({ key }) => key === id);
  if (!mine?.placement.own_segments) return null;
  return (
    <>
      <OwnTextNote mine={mine} />
      <Segments
        label={t`Text for ${mine.name} alone`}
        language={mine.placement.languages[0] ?? "fr"}
        segments={mine.placement.own_segments}
        carriers={[mine]}
        isReadOnly={mine.isFixed}
        onChange={(segments) => edit((draft) => withPlacement(draft, id, { own_segments: segments }))}
      />
      {mine.isFixed && (
        <p className={styles.fixed}>
          <Icon name="lock" size={14} />
          <Trans>This is out and cannot be changed here any more.</Trans>
        </p>
      )}
    </>
  );
}
