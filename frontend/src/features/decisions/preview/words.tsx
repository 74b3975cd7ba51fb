import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { entities } from "~/lib/entities";
import { folded } from "../model";
import styles from "./preview.module.css";

/** A text with its links, hashtags and mentions as the network colours them. Nothing can be pressed: it is not out yet. */
function Marked({ text }: { text: string }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of entities(text)) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(
      <span key={start} className={styles.entity}>
        {text.slice(start, end)}
      </span>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}

/** The whole text. Where the network folds it, a line says so: who decides reads what is behind it too. */
export function Words({ text, foldAt, lead }: { text: string; foldAt: number; lead?: ReactNode }) {
  const { shown, hidden } = folded(text, foldAt);
  return (
    <div className={styles.words}>
      {lead}
      <Marked text={shown} />
      {hidden && (
        <>
          <span className={styles.fold}>
            <Trans>Readers see this far, then “see more”</Trans>
          </span>
          <span className={styles.behind}>
            <Marked text={hidden.trimStart()} />
          </span>
        </>
      )}
    </div>
  );
}
