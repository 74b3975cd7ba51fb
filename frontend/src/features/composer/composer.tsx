import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { Segmented } from "~/components/segmented";
import { toast } from "~/components/toast";
import { useLater } from "~/lib/use-later";
import { ApprovalNote } from "./approval-note";
import { BottomBar } from "./bottom-bar";
import { ChannelPicker } from "./channel-picker";
import styles from "./composer.module.css";
import { ConflictDialog } from "./conflict-dialog";
import { ComposingContext } from "./context";
import type { Campaign, Channel, Draft, Network, Post } from "./draft";
import { FromTemplate } from "./from-template";
import { Header } from "./header";
import { OfflineBanner } from "./offline-banner";
import { Below, Beside } from "./rest";
import { SentPanel } from "./sent-panel";
import { TextPanel } from "./text-panel";
import { useComposing } from "./use-composing";
import { useDesk } from "./use-desk";

/** What a phone shows; a laptop shows the writing always, and the last two beside it. */
export type Side = "write" | "media" | "preview" | "notes";

interface Props {
  /** What is in front at first. */
  startSide?: Side | undefined;
  post: Post | null;
  /** What a new post starts with. */
  fresh: Draft;
  /** Local time a new post starts with, or "". */
  at: string;
  onCreated: (post: Post) => void;
  /** What another part of Carillon has to say below what became of it. */
  below?: ReactNode;
  around: { channels: readonly Channel[]; networks: readonly Network[]; campaigns: readonly Campaign[] };
}

/** Where a post is written: on the left what it says and where it goes, on the right how it will look there. */
export function Composer({ startSide = "write", post, fresh, at, onCreated, below, around }: Props) {
  const { t } = useLingui();
  const onMerged = () => toast(t`A colleague changed something else meanwhile: both changes are in`);
  const [desk, state] = useDesk({ post, draft: fresh, onCreated, onMerged });
  const composing = useComposing(desk, state, around);
  const [side, setSide] = useState<Side>(startSide);
  const open = state.post?.open_notes ?? 0;
  // The text first; what stands below and beside it, once that is on screen.
  const isWhole = useLater(0) > 0;
  const [plannedAt, setPlannedAt] = useState(at);
  return (
    <ComposingContext value={composing}>
      <div className={styles.composer}>
        <Header />
        <div className={styles.sides}>
          <Segmented
            wide
            label={t`Show`}
            value={side}
            onChange={setSide}
            options={[
              { value: "write", label: t`Text` },
              { value: "media", label: t`Media` },
              { value: "preview", label: t`Preview` },
              { value: "notes", label: open > 0 ? t`Notes (${open})` : t`Notes` },
            ]}
          />
        </div>
        <div className={styles.columns}>
          <div
            className={`${styles.write} ${side === "preview" || side === "notes" ? styles.away : ""}`}
            data-side={side}
          >
            <OfflineBanner />
            <ApprovalNote />
            <SentPanel />
            {below}
            <FromTemplate plannedAt={plannedAt} />
            <ChannelPicker plannedAt={plannedAt} />
            <TextPanel />
            {isWhole && <Below onSide={setSide} />}
          </div>
          {isWhole && <Beside side={side} onSide={setSide} />}
        </div>
        <BottomBar plannedAt={plannedAt} onPlannedAt={setPlannedAt} onProblems={() => setSide("write")} />
        <ConflictDialog />
      </div>
    </ComposingContext>
  );
}
