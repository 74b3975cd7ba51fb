import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { Button } from "~/components/button";
import { IconButton } from "~/components/icon-button";
import { networkName } from "~/components/network-mark";
import { type Seen, useComposing } from "./context";
import { Counters } from "./counters";
import type { Language } from "./draft";
import { InsertBar } from "./insert/insert-bar";
import { TagHint } from "./insert/tag-hint";
import { useInsert } from "./insert/use-insert";
import styles from "./segments.module.css";
import { SplitDialog } from "./split-dialog";
import { joinWithBefore, numbered, splitAt } from "./thread";
import { useSplit } from "./use-split";

interface Props {
  label: string;
  /** Beginning of the fields' ids. */
  name: string;
  language: Language;
  segments: readonly string[];
  /** Channels that get this text. */
  carriers: readonly Seen[];
  isReadOnly?: boolean;
  onChange: (segments: string[]) => void;
}

/** One text, or the parts of a thread, each with what every channel makes of its length. */
export function Segments({ label, name, language, segments, carriers, isReadOnly, onChange }: Props) {
  const { t } = useLingui();
  const { isLocked } = useComposing();
  const fields = useRef<(HTMLTextAreaElement | null)[]>([]);
  const parts = segments.length > 0 ? segments : [""];
  const isFixed = isLocked || isReadOnly === true;
  const isThread = parts.length > 1;
  const mayThread = carriers.length > 0 && carriers.every(({ limits }) => limits.max_segments > 1);
  const split = useSplit({ language, segments: parts, carriers, onChange });
  const [isSplitting, setSplitting] = useState(false);
  const set = (index: number, text: string) => onChange(parts.map((each, at) => (at === index ? text : each)));
  const insert = useInsert({ fields, parts, set });
  const cut = (index: number) => {
    const at = fields.current[index]?.selectionEnd ?? 0;
    onChange(splitAt(parts, index, at, language));
    requestAnimationFrame(() => fields.current[index + 1]?.focus());
  };
  return (
    <div className={styles.segments}>
      {parts.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a thread have no names but their places
        <div key={index} className={styles.segment}>
          {isThread && (
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
          )}
          <textarea
            ref={(field) => {
              fields.current[index] = field;
            }}
            id={`${name}-${index}`}
            dir="auto"
            lang={language}
            className={styles.field}
            aria-label={isThread ? t`${label}, part ${index + 1}` : label}
            placeholder={index === 0 ? t`What do you want to say?` : t`The thread goes on here`}
            rows={rowsOf(text, isThread ? 2 : 6)}
            value={text}
            readOnly={isFixed}
            onFocus={() => insert.onFocus(index)}
            onChange={(event) => {
              set(index, event.target.value);
              insert.onTyped(index, text, event.target);
            }}
          />
          <Counters index={index} carriers={carriers} parts={parts.length} />
          {isThread && !isFixed && (
            <div className={styles.acts}>
              <Button size="small" look="plain" icon="split" onClick={() => cut(index)}>{t`Split here`}</Button>
              {index > 0 && (
                <Button size="small" look="plain" icon="up" onClick={() => onChange(joinWithBefore(parts, index))}>
                  {t`Join with part ${index}`}
                </Button>
              )}
              <IconButton
                icon="trash"
                size="small"
                look="plain"
                label={t`Remove part ${index + 1}`}
                onClick={() => onChange(parts.filter((_, at) => at !== index))}
              />
            </div>
          )}
        </div>
      ))}
      {!isFixed && (
        <div className={styles.foot}>
          <InsertBar {...insert} language={language} />
          {parts.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a thread have no names but their places
            <TagHint key={index} text={text} onChange={(better) => set(index, better)} />
          ))}
          {split.isTooLong && (
            <Button size="small" icon="split" aria-haspopup="dialog" onClick={() => setSplitting(true)}>
              {split.apart.length > 0 ? (
                <Trans>Split in a thread for {networkName(split.apart[0]?.network ?? "")} only</Trans>
              ) : (
                <Trans>Split in a thread</Trans>
              )}
            </Button>
          )}
          {isThread && (
            <Button size="small" look="plain" onClick={() => onChange(numbered(parts))}>{t`Number the parts`}</Button>
          )}
          {(mayThread || isThread) && (
            <Button
              size="small"
              look="plain"
              icon="plus"
              onClick={() => {
                onChange([...parts, ""]);
                requestAnimationFrame(() => fields.current[parts.length]?.focus());
              }}
            >{t`Add a part`}</Button>
          )}
        </div>
      )}
      <SplitDialog isOpen={isSplitting} onClose={() => setSplitting(false)} split={split} />
    </div>
  );
}

/** Browsers that cannot size a field by its content get about the rows it needs. */
const rowsOf = (text: string, least: number) =>
  Math.max(
    least,
    text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 72)), 0),
  );
