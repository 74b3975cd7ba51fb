import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense } from "react";
import { IconButton } from "~/components/icon-button";
import styles from "./insert.module.css";
import { type Kind, kinds, useKindNames } from "./kinds";

const InsertDialog = lazy(() => import("./insert-dialog"));

interface Props {
  open: Kind | null;
  setOpen: (kind: Kind | null) => void;
  /** Puts it where the caret is. */
  insert: (text: string) => void;
  /** Closed without a choice: what was looked for. */
  onLeave: (words: string) => void;
  language: string;
}

/** What can be put into a text at the caret, each from a list of its own. */
export function InsertBar({ open, setOpen, insert, onLeave, language }: Props) {
  const { t } = useLingui();
  const names = useKindNames();
  return (
    <fieldset className={styles.bar} aria-label={t`Put into the text`}>
      {kinds.map(({ kind, icon }) => (
        <IconButton
          key={kind}
          size="small"
          look="plain"
          icon={icon}
          label={names[kind]}
          aria-haspopup="dialog"
          onClick={() => setOpen(kind)}
        />
      ))}
      <Suspense fallback={null}>
        {open && (
          <InsertDialog
            kind={open}
            language={language}
            onChoose={(text) => {
              setOpen(null);
              insert(text);
            }}
            onClose={(words) => {
              setOpen(null);
              onLeave(words);
            }}
          />
        )}
      </Suspense>
    </fieldset>
  );
}
