import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { Icon } from "~/components/icon";
import { toast } from "~/components/toast";
import { type Seen, useComposing } from "./context";
import { withPlacement } from "./edit";
import styles from "./text-panel.module.css";

/** Says that only this channel gets this text, shows what the others get, and leads back to it. */
export function OwnTextNote({ mine }: { mine: Seen }) {
  const { t } = useLingui();
  const { draft, edit, isLocked, setTab } = useComposing();
  const { key, name, placement } = mine;
  const base = draft.versions
    .filter(({ language }) => placement.languages.includes(language))
    .map(({ segments }) => segments.join("\n\n"))
    .join("\n\n");
  const reset = () => {
    const before = placement.own_segments;
    edit((now) => withPlacement(now, key, { own_segments: null }));
    setTab(placement.languages[0] ?? "fr");
    toast(t`${name} says the same as the others again`, {
      undo: () => edit((now) => withPlacement(now, key, { own_segments: before })),
    });
  };
  return (
    <div className={styles.ownNote}>
      <p className={styles.ownWords}>
        <Icon name="pen" size={14} />
        <Trans>Only {name} gets this text. Changes of the post’s text do not reach it.</Trans>
      </p>
      {!mine.isFixed && !isLocked && (
        <Button size="small" icon="undo" onClick={reset}>{t`Use the text of the post again`}</Button>
      )}
      {base.trim() && (
        <details className={styles.base}>
          <summary>{t`Text of the post`}</summary>
          <p>{base}</p>
        </details>
      )}
    </div>
  );
}
