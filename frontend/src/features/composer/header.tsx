import { useLingui } from "@lingui/react/macro";
import { useCanGoBack, useRouter } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { useOrganisation } from "~/api/me";
import { IconButton } from "~/components/icon-button";
import { isState, StateBadge } from "~/components/state-badge";
import { useComposing } from "./context";
import { readable } from "./fills";
import styles from "./header.module.css";
import { Presence } from "./presence";
import { SaveState } from "./save-state";

const HistoryDialog = lazy(() => import("./history/history-dialog").then((m) => ({ default: m.HistoryDialog })));

/** Which post this is, where it stands, and whether it is saved. */
export function Header() {
  const { t } = useLingui();
  const { draft, post } = useComposing();
  const { slug } = useOrganisation();
  const [isHistory, setHistory] = useState(false);
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const firstLine = draft.versions
    .flatMap(({ segments }) => segments.join("\n").split("\n"))
    .find((line) => line.trim());
  const title = draft.title.trim() || readable(firstLine?.trim() ?? "") || t`New post`;
  useEffect(() => {
    document.title = `${title.slice(0, 60)} · Carillon`;
  }, [title]);
  const leave = () => (canGoBack ? router.history.back() : void router.navigate({ href: `/${slug}/posts` }));
  const outcomes = post?.placements.map(({ state }) => state) ?? [];
  const badge = outcomes.length > 0 && outcomes.every((state) => state === outcomes[0]) ? outcomes[0] : post?.state;
  return (
    <header className={styles.head}>
      <IconButton icon="left" label={t`Back`} onClick={leave} />
      <h1 tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      <span className={styles.state}>
        {isState(badge ?? "draft") && <StateBadge state={isState(badge ?? "") ? (badge as "draft") : "draft"} tinted />}
      </span>
      <Presence />
      <SaveState />
      {post && <IconButton icon="clock" look="plain" label={t`History`} onClick={() => setHistory(true)} />}
      <Suspense fallback={null}>
        {post && isHistory && <HistoryDialog post={post.id} isOpen onClose={() => setHistory(false)} />}
      </Suspense>
    </header>
  );
}
