import { Fragment } from "react";
import { entities } from "~/lib/entities";
import styles from "./previews.module.css";

interface Props {
  text: string;
  /** What the network makes clickable. */
  links: readonly ("hashtag" | "mention" | "url")[];
  /** How an address is written there. */
  shorten?: (url: string) => string;
  /** From here on it is too long: marked. */
  overAt?: number;
}

/** A text as a network draws it: hashtags, names and addresses in its colour, what is too long marked. */
export function RichText({ text, links, shorten, overAt }: Props) {
  const end = overAt ?? text.length;
  const fits = pieces(text.slice(0, end), links, shorten);
  return (
    <>
      {fits}
      {end < text.length && <mark className={styles.tooLong}>{text.slice(end)}</mark>}
    </>
  );
}

function pieces(text: string, links: Props["links"], shorten: Props["shorten"]) {
  const found = entities(text).filter(({ kind }) => links.includes(kind));
  let at = 0;
  const drawn = found.map((entity) => {
    const before = text.slice(at, entity.start);
    at = entity.end;
    return (
      <Fragment key={entity.start}>
        {before}
        <span className={styles.link}>{entity.kind === "url" && shorten ? shorten(entity.text) : entity.text}</span>
      </Fragment>
    );
  });
  return [...drawn, <Fragment key="rest">{text.slice(at)}</Fragment>];
}
