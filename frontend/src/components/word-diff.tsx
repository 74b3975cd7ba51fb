import { lazy, Suspense } from "react";
import styles from "./word-diff.module.css";

const Body = lazy(() => import("./word-diff-body"));

export interface WordDiffProps {
  before: string;
  after: string;
  language?: string;
}

/** How one text became the other: removed words struck, added ones underlined. */
export function WordDiff(props: WordDiffProps) {
  return (
    <Suspense fallback={<p className={styles.runs}>{props.after}</p>}>
      <Body {...props} />
    </Suspense>
  );
}
