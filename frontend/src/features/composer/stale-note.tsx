import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "~/components/button";
import { Icon } from "~/components/icon";
import { toast } from "~/components/toast";
import { WordDiff } from "~/components/word-diff";
import { useFormat } from "~/lib/use-format";
import { useComposing } from "./context";
import type { Version } from "./draft";
import { versionIn, withVersion } from "./edit";
import styles from "./stale-note.module.css";
import { isBehind, upToDate } from "./staleness";

/** What changed in the source since this translation was brought up to date. It stays in sight while one mends the text. */
export function StaleNote({ version }: { version: Version }) {
  const { t } = useLingui();
  const format = useFormat();
  const { draft, edit, isLocked } = useComposing();
  const now = isBehind(draft, version);
  // What it was behind when this was opened: editing brings it up to date at the first letter, and one still needs to see what changed.
  const [since, setSince] = useState<string[] | null>(now ? version.source_text : null);
  if (now && since === null) setSince(version.source_text);
  if (!since || !version.source) return null;
  const source = format.languageName(version.source);
  const put = (source_text: string[] | null) =>
    edit((draft) => {
      const mine = versionIn(draft, version.language);
      return mine ? withVersion(draft, { ...mine, source_text }) : draft;
    });
  const settle = () => {
    setSince(null);
    if (!now) return;
    put(upToDate(draft, version).source_text);
    toast(t`Up to date again`, {
      undo: () => put(since),
    });
  };
  const said = versionIn(draft, version.source)?.segments ?? [];
  return (
    <aside className={now ? styles.behind : styles.mended}>
      <p className={styles.lead}>
        <Icon name={now ? "retry" : "check"} size={14} />
        {now ? (
          <Trans>{source} has changed since this was translated:</Trans>
        ) : (
          <Trans>Up to date as you write. This changed in {source}:</Trans>
        )}
      </p>
      <WordDiff before={since.join("\n\n")} after={said.join("\n\n")} language={version.source} />
      {!isLocked && (
        <Button size="small" icon="check" onClick={settle}>
          {now ? t`Still right` : t`Done`}
        </Button>
      )}
    </aside>
  );
}
