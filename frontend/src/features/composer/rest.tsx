import { useMedia } from "~/lib/use-media";
import type { Side } from "./composer";
import styles from "./composer.module.css";
import { DetailsPanel } from "./details-panel";
import { FirstCommentPanel } from "./first-comment-panel";
import { LinkPanel } from "./link-panel";
import { MediaLanguage } from "./media-language";
import { MediaPanel } from "./media-panel";
import { ProblemsPanel } from "./problems-panel";
import { SidePane } from "./side-pane";

/** Where there is room for what stands beside the writing; see composer.module.css. */
const ROOM = "(min-width: 1080px)";

/** What stands below the text. */
export function Below({ onSide }: { onSide: (side: Side) => void }) {
  return (
    <>
      <div className={styles.media}>
        <MediaLanguage />
        <MediaPanel />
      </div>
      <LinkPanel />
      <FirstCommentPanel />
      <ProblemsPanel onFollow={onSide} />
      <DetailsPanel />
    </>
  );
}

/** What stands beside the writing, or on a phone in its place. */
export function Beside({ side, onSide }: { side: Side; onSide: (side: Side) => void }) {
  const hasRoom = useMedia(ROOM);
  return (hasRoom || side === "preview" || side === "notes") && <SidePane side={side} onSide={onSide} />;
}
