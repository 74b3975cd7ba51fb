import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "~/components/button";
import { TextArea } from "~/components/field";
import { NetworkMark, networkName } from "~/components/network-mark";
import { useFormat } from "~/lib/use-format";
import { useMedia } from "~/lib/use-media";
import { useComposing } from "./context";
import { withVersion } from "./edit";
import styles from "./first-comment-panel.module.css";
import { FoldingPanel } from "./folding-panel";
import { count } from "./measure";
import { useVersion } from "./use-version";

/** What the page says under its own post the moment it is online; folded away until somebody wants it. */
export function FirstCommentPanel() {
  const { t } = useLingui();
  const { language, edit, isLocked, seen } = useComposing();
  const version = useVersion(language);
  const [isOpen, setOpen] = useState(false);
  const isNarrow = useMedia("(max-width: 1079px)");
  const carriers = seen.filter(({ placement, isFixed }) => placement.languages.includes(language) && !isFixed);
  const without = carriers.filter(({ limits }) => limits.comment_max === 0);
  if (!version.first_comment && isLocked) return null;
  if (!version.first_comment && !isOpen && !isNarrow) {
    return (
      <div id="composer-comment">
        <Button look="quiet" icon="comment" onClick={() => setOpen(true)}>{t`Add a first comment`}</Button>
      </div>
    );
  }
  return (
    <FoldingPanel
      name="comment"
      title={t`First comment`}
      state={version.first_comment.trim() || t`none`}
      startsFolded={!version.first_comment.trim()}
    >
      <div id="composer-comment" className={styles.body}>
        <TextArea
          label={t`First comment, ${language.toUpperCase()}`}
          hint={t`Posted by the page itself under the post, right after it. A good place for a link or hashtags on Instagram.`}
          value={version.first_comment}
          readOnly={isLocked}
          lang={language}
          dir="auto"
          rows={2}
          onChange={(event) => edit((draft) => withVersion(draft, { ...version, first_comment: event.target.value }))}
        />
        {version.first_comment.trim() && <Counts />}
        {without.length > 0 && version.first_comment.trim() && (
          <p className={styles.remark}>
            <Trans>
              Left out on {without.map(({ network }) => networkName(network)).join(", ")}: there is no such thing.
            </Trans>
          </p>
        )}
      </div>
    </FoldingPanel>
  );
}

function Counts() {
  const { t } = useLingui();
  const format = useFormat();
  const { seen, language } = useComposing();
  const mine = new Map(
    seen
      .filter(({ placement, limits }) => placement.languages.includes(language) && limits.comment_max > 0)
      .map((each) => [each.network, each]),
  );
  return (
    <ul className={styles.counts}>
      {[...mine.values()].map(({ network, limits, message }) => {
        const length = count(message.first_comment, limits);
        const isOver = length > limits.comment_max;
        return (
          <li key={network} className={isOver ? styles.over : undefined}>
            <NetworkMark network={network} />
            <span>
              {format.number(length)}/{format.number(limits.comment_max)}
              {isOver && ` · ${t`${length - limits.comment_max} over`}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
