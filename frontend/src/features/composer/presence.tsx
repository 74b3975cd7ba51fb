import { useLingui } from "@lingui/react/macro";
import { Avatar } from "~/components/avatar";
import { useFormat } from "~/lib/use-format";
import { useComposing } from "./context";
import styles from "./header.module.css";
import { usePresence } from "./use-presence";

/** Who else is at this post just now. */
export function Presence() {
  const { t } = useLingui();
  const format = useFormat();
  const { post, draft, saving } = useComposing();
  // What colleagues write arrives here saved: who only looks on is not writing.
  const others = usePresence(post?.id, saving.kind === "saved" ? null : draft);
  if (others.length === 0) return <span role="status" className="only-read" />;
  const writing = others.filter(({ is_writing }) => is_writing).map(({ name }) => name);
  const names = format.list((writing.length > 0 ? writing : others.map(({ name }) => name)).slice(0, 3));
  return (
    <span className={styles.here} role="status">
      <span className={styles.faces}>
        {others.slice(0, 3).map(({ id, name }) => (
          <Avatar key={id} name={name} size={22} />
        ))}
      </span>
      <span className={styles.hereWords}>
        {writing.length > 0 ? t`${names} is writing here` : t`${names} has this open`}
      </span>
    </span>
  );
}
