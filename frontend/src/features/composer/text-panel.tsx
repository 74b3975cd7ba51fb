import { useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { NetworkMark } from "~/components/network-mark";
import { Tabs } from "~/components/tabs";
import { BaseText } from "./base-text";
import { type Tab, useComposing } from "./context";
import type { Language } from "./draft";
import { LanguageLabel } from "./language-label";
import { OwnText } from "./own-text";
import styles from "./text-panel.module.css";
import { useBeside } from "./use-beside";

/** What the post says: a tab per language, and one per channel that has a text of its own; two languages side by side where there is room. */
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
  const [beside, setBeside] = useBeside(mine ? null : (tab as Language));
  return (
    <section id="composer-text" className={`${styles.panel} ${mine ? styles.departs : ""}`} aria-label={t`Text`}>
      <Tabs label={t`Languages and own texts`} tabs={tabs} value={tab} onChange={setTab}>
        {mine ? (
          <OwnText id={mine.key} />
        ) : (
          <div className={beside ? styles.pair : undefined}>
            {beside && <BaseText language={beside} beside={{ of: tab as Language, onChange: setBeside }} />}
            <BaseText language={tab as Language} />
          </div>
        )}
      </Tabs>
      {!mine && (
        <div className={styles.sides}>
          <Button
            size="small"
            look="plain"
            icon="columns"
            aria-pressed={beside !== null}
            onClick={() => setBeside(beside ? null : undefined)}
          >
            {beside ? t`One language` : t`Two languages side by side`}
          </Button>
        </div>
      )}
    </section>
  );
}
