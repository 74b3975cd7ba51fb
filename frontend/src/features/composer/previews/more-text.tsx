import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { folded } from "../measure";
import styles from "./previews.module.css";
import { RichText } from "./rich-text";

interface Props {
  text: string;
  foldAt: number;
  /** The network's own words: "See more". */
  more: string;
  links: readonly ("hashtag" | "mention" | "url")[];
  overAt?: number | undefined;
}

/** A text cut where the network cuts it; opened, a line marks where readers had to press. */
export function MoreText({ text, foldAt, more, links, overAt }: Props) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const { shown, hidden } = folded(text, foldAt);
  const over = overAt === undefined ? {} : { overAt };
  if (!hidden) return <RichText text={text} links={links} {...over} />;
  if (!isOpen) {
    return (
      <>
        <RichText text={shown} links={links} />
        {"… "}
        <button type="button" className={styles.more} onClick={() => setOpen(true)}>
          {more}
        </button>
      </>
    );
  }
  return (
    <>
      <RichText text={shown} links={links} />
      <span className={styles.cut} title={t`Readers see up to here at first`}>
        ✂<span className="only-read">{t`Readers see up to here at first`}</span>
      </span>
      <RichText
        text={hidden}
        links={links}
        {...(overAt === undefined ? {} : { overAt: Math.max(0, overAt - shown.length) })}
      />
    </>
  );
}
