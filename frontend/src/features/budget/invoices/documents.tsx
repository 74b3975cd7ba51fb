import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { buttonClass } from "~/components/button";
import { FileButton } from "~/components/file-button";
import { Icon } from "~/components/icon";
import { IconButton } from "~/components/icon-button";
import { toast, toastProblem } from "~/components/toast";
import { useMoneyAgain } from "../queries";
import styles from "./invoices.module.css";
import { type DocumentOf, useAttach } from "./model";

export const KINDS = ".pdf,.xml,.xlsx,image/jpeg,image/png,image/webp";

interface Props {
  documents: readonly DocumentOf[];
  place: { request?: string; entry?: string; invoice?: string };
  mayAdd: boolean;
}

/** The files that stand behind something, each to be downloaded, and a button to add one. */
export function Documents({ documents, place, mayAdd }: Props) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const mayKeep = useMay()("keep_money");
  const again = useMoneyAgain();
  const attach = useAttach(place, t`The file is kept.`);
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
          {mayKeep && (
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
