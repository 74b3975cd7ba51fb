import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { KINDS, MOST_MB } from "~/api/documents";
import styles from "./documents.module.css";
import { FileButton } from "./file-button";
import { IconButton } from "./icon-button";
import { Note } from "./note";

interface Props {
  files: readonly File[];
  onChange: (files: File[]) => void;
  /** What the button says. */
  label?: string;
}

/** Files chosen in a form, kept once the form is sent. */
export function FilesToSend({ files, onChange, label }: Props) {
  const { t } = useLingui();
  const [large, setLarge] = useState("");
  const add = (more: readonly File[]) => {
    const fitting = more.filter(({ size }) => size <= MOST_MB * 1024 * 1024);
    setLarge(more.find((file) => !fitting.includes(file))?.name ?? "");
    onChange([...files, ...fitting]);
  };
  return (
    <div className={styles.toSend}>
      {files.map((file, index) => (
        <span key={`${file.name}-${file.size}-${file.lastModified}`} className={styles.document}>
          <span className={styles.file}>{file.name}</span>
          <IconButton
            icon="close"
            look="plain"
            label={t`Remove ${file.name}`}
            onClick={() => onChange(files.filter((_, place) => place !== index))}
          />
        </span>
      ))}
      <FileButton icon="upload" look="quiet" accept={KINDS} onFiles={add}>
        {label ?? t`Attach a file`}
      </FileButton>
      {large && (
        <Note tone="broken" icon="warning" isUrgent>
          {t`${large} is too large: at most ${MOST_MB} MB.`}
        </Note>
      )}
    </div>
  );
}
