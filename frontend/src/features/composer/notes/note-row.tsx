import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Avatar } from "~/components/avatar";
import { IconButton } from "~/components/icon-button";
import { Menu } from "~/components/menu";
import { useFormat } from "~/lib/use-format";
import { type Person, pieces } from "./mentions";
import { NoteField } from "./note-field";
import styles from "./notes.module.css";
import type { Note, useNotes } from "./use-notes";

interface Props {
  note: Note;
  people: readonly Person[];
  acts: ReturnType<typeof useNotes>;
}

/** One note: who said what when, and whether it is done. */
export function NoteRow({ note, people, acts }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  const isDone = note.resolved_at !== null;
  return (
    <li id={`note-${note.id}`} className={isDone ? styles.done : styles.note}>
      <Avatar name={note.by_name} size={28} />
      <div className={styles.body}>
        <p className={styles.by}>
          <b>{note.by_name || t`Somebody who has left`}</b>{" "}
          <time dateTime={note.created_at}>{format.dateTime(note.created_at)}</time>
          {note.edited_at && <span> · {t`edited`}</span>}
        </p>
        {isEditing ? (
          <NoteField
            label={t`Edit the note`}
            people={people}
            start={note.text}
            verb={t`Save`}
            onCancel={() => setEditing(false)}
            send={async (said) => {
              const isSaved = await acts.edit(note.id, said);
              if (isSaved) setEditing(false);
              return isSaved;
            }}
          />
        ) : (
          <p className={styles.text} dir="auto">
            {pieces(people, note.text).map(({ text, isName, at }) => (
              <span key={at} className={isName ? styles.name : undefined}>
                {text}
              </span>
            ))}
          </p>
        )}
        {isDone && (
          <p className={styles.by}>
            <Trans>Done, says {note.resolved_by_name}</Trans>
          </p>
        )}
      </div>
      <span className={styles.tools}>
        <IconButton
          icon={isDone ? "undo" : "check"}
          size="small"
          look="plain"
          label={isDone ? t`Open again` : t`Done`}
          onClick={() => void acts.resolve(note.id, !isDone)}
        />
        {note.is_mine && (
          <Menu
            label={t`Note: more`}
            placement="bottom end"
            sections={[
              {
                items: [
                  { id: "edit", label: t`Edit`, icon: "pen", onSelect: () => setEditing(true) },
                  {
                    id: "delete",
                    label: t`Delete`,
                    icon: "trash",
                    danger: true,
                    onSelect: () => void acts.remove(note.id),
                  },
                ],
              },
            ]}
            trigger={(props) => <IconButton {...props} icon="more" size="small" look="plain" label={t`Note: more`} />}
          />
        )}
      </span>
    </li>
  );
}
