import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "~/components/button";
import { Icon } from "~/components/icon";
import { toast } from "~/components/toast";
import { WordDiff } from "~/components/word-diff";
import { type Seen, useComposing } from "./context";
import { baseOf, withoutOwnText, withPlacement } from "./edit";
import { said } from "./staleness";
import styles from "./text-panel.module.css";

/** Says that only this channel gets this text, how it departs from the others', whether those changed since, and leads back. */
export function OwnTextNote({ mine }: { mine: Seen }) {
  const { t } = useLingui();
  const { draft, edit, isLocked, setTab } = useComposing();
  const [isComparing, setComparing] = useState(false);
  const { key, name, placement } = mine;
  const base = baseOf(draft, placement);
  const own = placement.own_segments ?? [];
  const since = placement.own_base && said(placement.own_base) !== said(base) ? placement.own_base : null;
  const mayEdit = !mine.isFixed && !isLocked;
  const reset = () => {
    edit((now) => withoutOwnText(now, key));
    setTab(placement.languages[0] ?? "fr");
    toast(t`${name} says the same as the others again`, {
      undo: () => edit((now) => withPlacement(now, key, { own_segments: own, own_base: placement.own_base })),
    });
  };
  return (
    <div className={styles.ownNote}>
      <p className={styles.ownWords}>
        <Icon name="pen" size={14} />
        <Trans>Only {name} gets this text. Changes of the post’s text do not reach it.</Trans>
      </p>
      <span className={styles.ownActs}>
        {said(base) && (
          <Button size="small" look="plain" aria-expanded={isComparing} onClick={() => setComparing(!isComparing)}>
            {t`Compare`}
          </Button>
        )}
        {mayEdit && <Button size="small" icon="undo" onClick={reset}>{t`Use the text of the post again`}</Button>}
      </span>
      {since && (
        <div className={styles.base}>
          <p className={styles.ownWords}>
            <Icon name="retry" size={14} />
            <Trans>The text of the post has changed since:</Trans>
          </p>
          <WordDiff before={since.join("\n\n")} after={base.join("\n\n")} />
          {mayEdit && (
            <Button
              size="small"
              icon="check"
              onClick={() => edit((now) => withPlacement(now, key, { own_base: base }))}
            >{t`Still right`}</Button>
          )}
        </div>
      )}
      {isComparing && (
        <div className={styles.base}>
          <p className={styles.ownWords}>{t`From the text of the post to this one:`}</p>
          <WordDiff before={base.join("\n\n")} after={own.join("\n\n")} />
        </div>
      )}
    </div>
  );
}
