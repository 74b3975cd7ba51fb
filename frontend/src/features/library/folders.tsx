import { useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Field } from "~/components/field";
import { IconButton } from "~/components/icon-button";
import { Menu } from "~/components/menu";
import { toast } from "~/components/toast";
import styles from "./library.module.css";
import { countIn, type Folder, pathTo } from "./model";

export const useFolders = () => useQuery(api.queryOptions("get", "/api/folders/")).data ?? [];

interface Props {
  folder: string;
  onOpen: (folder: string) => void;
  mayWrite: boolean;
}

/** The way to the open folder, the folders in it, and what can be done with it. */
export function Folders({ folder, onOpen, mayWrite }: Props) {
  const { t } = useLingui();
  const folders = useFolders();
  const queryClient = useQueryClient();
  const [naming, setNaming] = useState<"new" | "rename">();
  const open = folders.find(({ id }) => id === folder);
  const inside = folders.filter(({ parent }) => (parent ?? "") === (open?.id ?? ""));
  const changed = () => void api.refresh(queryClient, "/api/folders/", "/api/assets/");
  const remove = async (gone: Folder) => {
    try {
      const was = await api.send("delete", "/api/folders/{id}/", {
        params: { path: { id: gone.id }, query: { contents: "up" } },
      });
      onOpen(gone.parent ?? "");
      changed();
      toast(t`The folder “${gone.name}” was deleted; what it held is one level up`, {
        undo: async () => {
          await api.send("post", "/api/folders/", { body: was });
          changed();
        },
      });
    } catch (error) {
      toast(asProblem(error).message, { tone: "failed" });
    }
  };
  return (
    <nav className={styles.folders} aria-label={t`Folders`}>
      {open && (
        <Button size="small" look="plain" icon="left" onClick={() => onOpen(open.parent ?? "")}>
          {pathTo(folders, open.parent ?? "") || t`All pictures`}
        </Button>
      )}
      {open && <b>{open.name}</b>}
      {inside.map((inner) => (
        <Button key={inner.id} size="small" icon="library" className={styles.folder} onClick={() => onOpen(inner.id)}>
          <span className={styles.name}>{inner.name}</span> · {countIn(folders, inner)}
        </Button>
      ))}
      {mayWrite && (
        <Button size="small" look="plain" icon="plus" onClick={() => setNaming("new")}>{t`New folder`}</Button>
      )}
      {mayWrite && open && (
        <Menu
          label={open.name}
          sections={[
            {
              items: [
                { id: "rename", label: t`Rename or move`, icon: "pen", onSelect: () => setNaming("rename") },
                {
                  id: "delete",
                  label: t`Delete; its pictures move one level up`,
                  icon: "trash",
                  danger: true,
                  onSelect: () => void remove(open),
                },
              ],
            },
          ]}
          trigger={(props) => (
            <IconButton {...props} icon="more" look="plain" size="small" label={t`Folder “${open.name}”: more`} />
          )}
        />
      )}
      {naming && (
        <FolderDialog
          key={naming}
          folder={naming === "rename" ? open : undefined}
          parent={naming === "rename" ? (open?.parent ?? "") : (open?.id ?? "")}
          folders={folders}
          onClose={() => setNaming(undefined)}
          onDone={changed}
        />
      )}
    </nav>
  );
}

function FolderDialog({
  folder,
  parent: before,
  folders,
  onClose,
  onDone,
}: {
  folder: Folder | undefined;
  parent: string;
  folders: readonly Folder[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const [name, setName] = useState(folder?.name ?? "");
  const [parent, setParent] = useState(before);
  const [problem, setProblem] = useState("");
  const save = async () => {
    const body = { name, parent: parent || null };
    try {
      if (folder) await api.send("patch", "/api/folders/{id}/", { params: { path: { id: folder.id } }, body });
      else await api.send("post", "/api/folders/", { body });
      onDone();
      onClose();
    } catch (error) {
      setProblem(asProblem(error).message);
    }
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={folder ? t`Rename or move folder` : t`New folder`}
      width="narrow"
      actions={
        <Button look="primary" disabled={!name.trim()} onClick={() => void save()}>
          {t`Save`}
        </Button>
      }
    >
      <div className={styles.words}>
        <Field
          label={t`Name`}
          value={name}
          maxLength={80}
          error={problem || undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <label className={styles.choice}>
          {t`In the folder`}
          <select value={parent} onChange={(event) => setParent(event.target.value)}>
            <option value="">{t`All pictures`}</option>
            {folders
              .filter(({ id }) => id !== folder?.id)
              .map(({ id }) => (
                <option key={id} value={id}>
                  {pathTo(folders, id)}
                </option>
              ))}
          </select>
        </label>
      </div>
    </Dialog>
  );
}
