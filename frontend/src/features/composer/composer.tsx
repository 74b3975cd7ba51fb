import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { Segmented } from "~/components/segmented";
import { ApprovalNote } from "./approval-note";
import { BottomBar } from "./bottom-bar";
import { ChannelPicker } from "./channel-picker";
import styles from "./composer.module.css";
import { ConflictDialog } from "./conflict-dialog";
import { ComposingContext } from "./context";
import { DetailsPanel } from "./details-panel";
import type { Campaign, Channel, Draft, Network, Post } from "./draft";
import { Header } from "./header";
import { LinkPanel } from "./link-panel";
import { MediaPanel } from "./media-panel";
import { Previews } from "./previews/previews";
import { ProblemsPanel } from "./problems-panel";
import { SentPanel } from "./sent-panel";
import { TextPanel } from "./text-panel";
import { useComposing } from "./use-composing";
import { useDesk } from "./use-desk";

interface Props {
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
export function Composer({ post, fresh, at, onCreated, below, around }: Props) {
  const { t } = useLingui();
  const [desk, state] = useDesk({ post, draft: fresh, onCreated });
  const composing = useComposing(desk, state, around);
  const [side, setSide] = useState<"write" | "preview">("write");
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
              { value: "write", label: t`Write` },
              { value: "preview", label: t`Preview` },
            ]}
          />
        </div>
        <div className={styles.columns}>
          <div className={`${styles.write} ${side === "preview" ? styles.away : ""}`}>
            <ApprovalNote />
            <SentPanel />
            {below}
            <ChannelPicker plannedAt={plannedAt} />
            <TextPanel />
            <MediaPanel />
            <LinkPanel />
            <ProblemsPanel onFollow={() => setSide("write")} />
            <DetailsPanel />
          </div>
          <Previews className={side === "write" ? styles.away : ""} />
        </div>
        <BottomBar plannedAt={plannedAt} onPlannedAt={setPlannedAt} onProblems={() => setSide("write")} />
        <ConflictDialog />
      </div>
    </ComposingContext>
  );
}
