import { useLingui } from "@lingui/react/macro";
import { Avatar } from "~/components/avatar";
import type { Seen } from "../context";
import styles from "./first-comment.module.css";
import { RichText } from "./rich-text";

/** What the page says under its post. */
export function FirstComment({ seen }: { seen: Seen }) {
  const { t } = useLingui();
  const said = seen.message.first_comment;
  if (!said || seen.limits.comment_max === 0) return null;
  return (
    <div className={styles.comment} role="note" aria-label={t`First comment`}>
      <Avatar name={seen.name} picture={seen.channel?.avatar_url} size={26} />
      <p dir="auto">
        <b>{seen.name}</b>
        <RichText text={said} links={["hashtag", "mention", "url"]} />
      </p>
    </div>
  );
}
