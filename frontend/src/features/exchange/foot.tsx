import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { useCommands } from "~/components/commands";
import styles from "./import.module.css";
import type { Importing } from "./use-import";

/** How far the rows are, and the step that makes drafts of them. */
export function Foot({ importing }: { importing: Importing }) {
  const { t } = useLingui();
  const { checked, problem, rows, take } = importing;
  const wrong = checked?.rows.filter((row) => row.problems.length > 0).length ?? 0;
  const count = rows.length;
  const isReady = checked !== null && wrong === 0 && count > 0;
  useCommands([
    isReady &&
      !take.isPending && {
        id: "import-send",
        words: t`Import as drafts`,
        icon: "check",
        keys: "mod+Enter",
        act: importing.send,
      },
  ]);
  return (
    <footer className={styles.foot}>
      <p role="status">
        {wrong > 0 ? (
          <Trans>
            Rows that need a change: {wrong} of {count}
          </Trans>
        ) : checked ? (
          <Plural value={count} one="# row is ready." other="# rows are ready." />
        ) : (
          !problem && t`Looking at the rows…`
        )}
      </p>
      {problem && !checked && <Button icon="retry" onClick={importing.recheck}>{t`Try again`}</Button>}
      <Button look="quiet" onClick={importing.restart}>{t`Another file`}</Button>
      <Button
        look="primary"
        onClick={importing.send}
        busy={take.isPending}
        disabled={!isReady}
      >{t`Import as drafts`}</Button>
    </footer>
  );
}
