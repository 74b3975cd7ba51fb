import { type DragEvent, type ReactNode, useRef, useState } from "react";
import styles from "./drop-zone.module.css";
import { Icon } from "./icon";

interface Props {
  onFiles: (files: File[]) => void;
  /** Given: gets all that was dropped instead, folders too. What it reads of them it must begin to read at once. */
  onData?: (data: DataTransfer) => void;
  /** What happens on letting go: "Add to this post". */
  hint: string;
  isDisabled?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** Files dragged over what it holds may be let go there. A button that opens the device's file chooser must stand beside it. */
export function DropZone({ onFiles, onData, hint, isDisabled, className, children }: Props) {
  const [isOver, setOver] = useState(false);
  const depth = useRef(0);
  const hasFiles = ({ dataTransfer }: DragEvent) => !isDisabled && dataTransfer.types.includes("Files");
  const enter = (step: number) => {
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place for a mouse to let go; the button beside it serves everybody
    <div
      className={`${styles.zone} ${className ?? ""}`}
      onDragEnter={(event) => hasFiles(event) && enter(1)}
      onDragLeave={(event) => hasFiles(event) && enter(-1)}
      onDragOver={(event) => hasFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        enter(-depth.current);
        if (onData) onData(event.dataTransfer);
        else onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {isOver && (
        <div className={styles.over} aria-hidden="true">
          <Icon name="upload" size={22} />
          {hint}
        </div>
      )}
    </div>
  );
}
