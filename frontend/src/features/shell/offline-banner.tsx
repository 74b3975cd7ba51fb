import { useLingui } from "@lingui/react/macro";
import { useLocation } from "@tanstack/react-router";
import { readAt, useOnline } from "~/api/reach";
import { Icon } from "~/components/icon";
import { useFormat } from "~/lib/use-format";
import styles from "./offline-banner.module.css";

/** Says that the server cannot be reached and how old the screen is. */
export function OfflineBanner() {
  const { t } = useLingui();
  const format = useFormat();
  // Whoever writes a post goes on writing, and is told so there.
  const isWriting = useLocation({ select: ({ pathname }) => pathname.includes("/posts/") });
  if (useOnline() || isWriting) return null;
  const since = readAt();
  const time = since && format.time(since);
  return (
    <p className={styles.banner} role="status">
      <Icon name="offline" />
      <span>
        {time
          ? t`You are offline. This is what was known at ${time}; changes cannot be saved now.`
          : t`You are offline. What you see may be old; changes cannot be saved now.`}
      </span>
    </p>
  );
}
