import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense } from "react";
import { Segmented } from "~/components/segmented";
import { SkeletonList } from "~/components/skeleton";
import type { Side } from "./composer";
import sides from "./composer.module.css";
import { useComposing } from "./context";
import { Previews } from "./previews/previews";
import styles from "./previews/previews.module.css";

const NotesPanel = lazy(() => import("./notes/notes-panel").then(({ NotesPanel: Panel }) => ({ default: Panel })));

/** Beside the writing (on a phone: instead of it): how it will look, or what colleagues say of it. */
export function SidePane({ side, onSide }: { side: Side; onSide: (side: Side) => void }) {
  const { t } = useLingui();
  const { post } = useComposing();
  const open = post?.open_notes ?? 0;
  const shown = side === "notes" ? "notes" : "preview";
  return (
    <aside
      className={`${styles.pane} ${side === "write" || side === "media" ? sides.away : ""}`}
      aria-label={shown === "notes" ? t`Notes` : t`Preview`}
    >
      <div className={sides.paneTabs}>
        <Segmented
          wide
          label={t`Beside it`}
          value={shown}
          onChange={onSide}
          options={[
            { value: "preview", label: t`Preview` },
            { value: "notes", label: open > 0 ? t`Notes (${open})` : t`Notes` },
          ]}
        />
      </div>
      {shown === "notes" ? (
        <Suspense fallback={<SkeletonList rows={3} height={64} />}>
          <NotesPanel />
        </Suspense>
      ) : (
        <Previews />
      )}
    </aside>
  );
}
