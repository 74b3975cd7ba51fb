import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Field } from "~/components/field";
import type { DroppedFolder, Left } from "~/lib/dropped";
import { useFolders } from "./folders";
import styles from "./library.module.css";
import { folderNamed, pathTo } from "./model";

interface Props {
  dropped: DroppedFolder;
  /** Id of the open folder; "" for none. */
  parent: string;
  onClose: () => void;
  onTake: (pictures: readonly File[], folder: string) => void;
}

/** A folder of the computer becomes a folder of the library; what of it is no picture is said before. */
export function FolderDialog({ dropped: { name: proposed, pictures, left }, parent, onClose, onTake }: Props) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const folders = useFolders();
  const [name, setName] = useState(proposed.slice(0, 80));
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const known = folderNamed(folders, { name, parent });
  const above = pathTo(folders, parent);
  const take = async () => {
    setBusy(true);
    try {
      const body = { name: name.trim(), parent: parent || null };
      const into = known ?? (name.trim() ? await api.send("post", "/api/folders/", { body }) : undefined);
      if (into && !known) void api.refresh(queryClient, "/api/folders/");
      onTake(pictures, into?.id ?? parent);
      onClose();
    } catch (error) {
      setProblem(asProblem(error).message);
      setBusy(false);
    }
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Add the folder “${proposed}”`}
      width="narrow"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          {pictures.length > 0 && (
            <Button look="primary" icon="upload" busy={isBusy} onClick={() => void take()}>
              <Plural value={pictures.length} one="Add # picture" other="Add # pictures" />
            </Button>
          )}
        </>
      }
    >
      <div className={styles.words}>
        {pictures.length === 0 ? (
          <p>
            <Trans>There is no picture in this folder.</Trans>
          </p>
        ) : (
          <Field
            label={t`Folder in the library`}
            hint={
              known
                ? t`This folder is there already: the pictures join those in it.`
                : !name.trim()
                  ? t`Without a name they go where you are.`
                  : above
                    ? t`A new folder in “${above}”.`
                    : t`A new folder.`
            }
            value={name}
            maxLength={80}
            error={problem || undefined}
            onChange={({ target }) => setName(target.value)}
          />
        )}
        {left.length > 0 && <LeftOut left={left} />}
      </div>
    </Dialog>
  );
}

function LeftOut({ left }: { left: readonly Left[] }) {
  const { t } = useLingui();
  const words: Record<Left["why"], string> = {
    hidden: t`a hidden file of the computer`,
    empty: t`empty`,
    "no-picture": t`no picture`,
    unreadable: t`cannot be read`,
  };
  return (
    <details className={styles.drop} open={left.length <= 5}>
      <summary>
        <Plural value={left.length} one="# file is left out" other="# files are left out" />
      </summary>
      <ul>
        {left.map(({ path, why }) => (
          <li key={path}>
            {path} <span className={styles.facts}>{words[why]}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
