import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { api } from "~/api/client";
import { type DocumentOf, KINDS, type Place, sendAll, useDocumentsAgain } from "~/api/documents";
import { useOrganisation } from "~/api/me";
import { buttonClass } from "./button";
import styles from "./documents.module.css";
import { FileButton } from "./file-button";
import { Icon } from "./icon";
import { IconButton } from "./icon-button";
import { toast, toastProblem } from "./toast";

interface Props {
  documents: readonly DocumentOf[];
  place: Place;
  mayAdd: boolean;
  mayRemove: boolean;
}

/** The files that stand behind something, each to be downloaded, and a button to add one. */
export function Documents({ documents, place, mayAdd, mayRemove }: Props) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const again = useDocumentsAgain();
  const attach = useMutation({
    mutationFn: (files: readonly File[]) => sendAll(files, place),
    onSuccess: (problem) => (problem ? toastProblem(problem) : toast(t`The file is kept.`)),
    onError: toastProblem,
    onSettled: again,
  });
  const remove = useMutation(
    api.mutationOptions("delete", "/api/documents/{id}/", {
      onSuccess: () => {
        toast(t`The file is removed.`);
        again();
      },
      onError: toastProblem,
    }),
  );
  if (documents.length === 0 && !mayAdd) return null;
  return (
    <div className={styles.documents}>
      {documents.map(({ id, name }) => (
        <span key={id} className={styles.document}>
          <a className={buttonClass("quiet")} href={`/api/documents/${id}/file/?organisation=${slug}`} download>
            <Icon name="download" />
            <span className={styles.file}>{name}</span>
          </a>
          {mayRemove && (
            <IconButton
              icon="close"
              look="plain"
              label={t`Remove ${name}`}
              onClick={() => remove.mutate({ params: { path: { id } } })}
            />
          )}
        </span>
      ))}
      {mayAdd && (
        <FileButton
          icon="upload"
          look="quiet"
          accept={KINDS}
          busy={attach.isPending}
          onFiles={(files) => attach.mutate(files)}
        >{t`Attach a file`}</FileButton>
      )}
    </div>
  );
}
