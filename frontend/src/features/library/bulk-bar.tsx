import { Plural, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Field } from "~/components/field";
import { useFolders } from "./folders";
import styles from "./library.module.css";
import { pathTo } from "./model";
import { type Act, useBulk } from "./use-bulk";

interface Props {
  ids: readonly string[];
  areDeleted: boolean;
  onDone: () => void;
}

/** What can be done with the chosen pictures at once; each act can be taken back. */
export function BulkBar({ ids, areDeleted, onDone }: Props) {
  const { t } = useLingui();
  const carryOut = useBulk();
  const [asks, setAsks] = useState<"move" | "tag" | "rights">();
  const [value, setValue] = useState("");
  const [until, setUntil] = useState("");
  const folders = useFolders();
  const act = (body: Omit<Act, "ids">, said: string) => {
    void carryOut({ ...body, ids: [...ids] }, said);
    setAsks(undefined);
    onDone();
  };
  const ask = (what: typeof asks) => {
    setValue("");
    setAsks(what);
  };
  const finish = () => {
    if (asks === "move") act({ act: "move", folder: value || null }, t`Moved`);
    else if (asks === "tag") act({ act: "tag", tags: value.split(",") }, t`Tagged`);
    else
      act(
        {
          act: "rights",
          rights: { ...(value ? { credit: value } : {}), ...(until ? { rights_until: until } : {}) },
        },
        t`Rights are noted`,
      );
  };
  const titles = { move: t`Move to a folder`, tag: t`Add tags`, rights: t`Set credit and rights` };
  return (
    <section className={styles.bulk} aria-label={t`Chosen pictures`}>
      <b>
        <Plural value={ids.length} one="# chosen" other="# chosen" />
      </b>
      {areDeleted ? (
        <Button size="small" icon="undo" onClick={() => act({ act: "restore" }, t`They are back`)}>
          {t`Bring back`}
        </Button>
      ) : (
        <>
          <Button size="small" icon="library" onClick={() => ask("move")}>{t`Move`}</Button>
          <Button size="small" icon="pen" onClick={() => ask("tag")}>{t`Tag`}</Button>
          <Button size="small" icon="clock" onClick={() => ask("rights")}>{t`Rights`}</Button>
          <Button size="small" icon="trash" look="danger" onClick={() => act({ act: "delete" }, t`Deleted`)}>
            {t`Delete`}
          </Button>
        </>
      )}
      <Button size="small" look="plain" onClick={onDone}>{t`Done`}</Button>
      {asks && (
        <Dialog
          isOpen
          onClose={() => setAsks(undefined)}
          title={titles[asks]}
          width="narrow"
          actions={<Button look="primary" onClick={finish}>{t`Apply`}</Button>}
        >
          <div className={styles.words}>
            {asks === "move" ? (
              <label className={styles.choice}>
                {t`In the folder`}
                <select value={value} onChange={(event) => setValue(event.target.value)}>
                  <option value="">{t`In no folder`}</option>
                  {folders.map(({ id }) => (
                    <option key={id} value={id}>
                      {pathTo(folders, id)}
                    </option>
                  ))}
                </select>
              </label>
            ) : (
              <Field
                label={asks === "tag" ? t`Tags, with commas between them` : t`Credit line`}
                value={value}
                onChange={(event) => setValue(event.target.value)}
              />
            )}
            {asks === "rights" && (
              <Field
                label={t`May be shown until`}
                type="date"
                value={until}
                onChange={(event) => setUntil(event.target.value)}
              />
            )}
          </div>
        </Dialog>
      )}
    </section>
  );
}
