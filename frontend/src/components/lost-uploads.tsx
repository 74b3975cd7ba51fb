import { Plural, useLingui } from "@lingui/react/macro";
import type { Note as Lost } from "~/lib/kept";
import { Button } from "./button";
import { FileButton } from "./file-button";
import { Note } from "./note";

interface Props {
  lost: readonly Lost[];
  onFiles: (files: File[]) => void;
  onLeave: () => void;
}

/** Files that had not arrived when the page was closed, and that this browser could not keep. */
export function LostUploads({ lost, onFiles, onLeave }: Props) {
  const { t } = useLingui();
  if (lost.length === 0) return null;
  const names = lost
    .slice(0, 5)
    .map(({ name }) => name)
    .join(", ");
  return (
    <Note
      tone="attention"
      icon="upload"
      actions={
        <>
          <Button size="small" look="quiet" onClick={onLeave}>{t`Leave them out`}</Button>
          <FileButton size="small" look="primary" onFiles={onFiles}>{t`Choose again`}</FileButton>
        </>
      }
    >
      <b>
        <Plural
          value={lost.length}
          one="# file had not arrived when this page was closed."
          other="# files had not arrived when this page was closed."
        />
      </b>{" "}
      {t`Choose the same files again: what has arrived of them is not sent twice.`} {names}
      {lost.length > 5 && " …"}
    </Note>
  );
}
