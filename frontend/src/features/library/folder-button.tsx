import { useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { type DroppedFolder, inFolders } from "~/lib/dropped";
import { useIsWide } from "~/lib/use-media";

/** Chooses a folder of the computer, for whoever does not drag; not on a phone, which has none to choose. */
export function FolderButton({ onFolders }: { onFolders: (folders: DroppedFolder[]) => void }) {
  const { t } = useLingui();
  const isWide = useIsWide();
  if (!isWide || !("webkitdirectory" in HTMLInputElement.prototype)) return null;
  const choose = () => {
    const input = document.createElement("input");
    input.type = "file";
    input.webkitdirectory = true;
    input.onchange = () => onFolders(inFolders(input.files ?? []));
    input.click();
  };
  return <Button icon="library" onClick={choose}>{t`Add a folder`}</Button>;
}
