import { useLingui } from "@lingui/react/macro";
import { wordDiff } from "~/lib/word-diff";
import type { WordDiffProps } from "./word-diff";
import styles from "./word-diff.module.css";

/** Loaded on first use, with the library that compares. */
export default function WordDiffBody({ before, after, language }: WordDiffProps) {
  const { t } = useLingui();
  return (
    <p className={styles.runs} dir="auto" {...(language ? { lang: language } : {})}>
      {wordDiff(before, after).map(({ op, text }, index) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: pieces have no name but their place
        if (op === "same") return <span key={index}>{text}</span>;
        const Mark = op === "added" ? "ins" : "del";
        return (
          <Mark key={index} className={styles[op]}>
            <span className="only-read">{op === "removed" ? t`Removed:` : t`Added:`} </span>
            {text}
          </Mark>
        );
        // biome-ignore-end lint/suspicious/noArrayIndexKey: pieces have no name but their place
      })}
    </p>
  );
}
