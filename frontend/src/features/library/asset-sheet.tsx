import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { Dialog } from "~/components/dialog";
import { ErrorState } from "~/components/error-state";
import { SkeletonList } from "~/components/skeleton";
import { toast } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import { AssetWords } from "./asset-words";
import styles from "./library.module.css";
import { type Asset, sizeOf } from "./model";
import { UsedIn } from "./used-in";

/** One picture: its words in every language, where it is used, and its end. */
export function AssetSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui();
  const asset = useQuery({
    ...api.queryOptions("get", "/api/assets/{id}/", { params: { path: { id } } }),
    enabled: id !== "",
  });
  return (
    <Dialog isOpen={id !== ""} onClose={onClose} title={asset.data?.name ?? t`Picture`} width="wide">
      {asset.data ? (
        <Sheet key={asset.data.id} asset={asset.data} onClose={onClose} />
      ) : asset.error ? (
        <ErrorState error={asset.error} retry={() => void asset.refetch()} />
      ) : (
        <SkeletonList rows={3} height={80} />
      )}
    </Dialog>
  );
}

function Sheet({ asset, onClose }: { asset: Asset; onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const may = useMay();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation(
    api.mutationOptions("delete", "/api/assets/{id}/", {
      onSuccess: () => {
        toast(t`“${asset.name}” was deleted`);
        onClose();
        void api.refresh(queryClient, "/api/assets/");
      },
      onSettled: () => setAsking(false),
    }),
  );
  const { value, unit } = sizeOf(asset.size_bytes);
  const size = format.number(value, { style: "unit", unit });
  const added = format.dateTime(asset.created_at);
  const by = asset.uploaded_by_name;
  return (
    <div className={styles.sheet}>
      <div className={styles.left}>
        <img src={asset.web_url} alt={asset.alt[format.locale] ?? ""} className={styles.picture} />
        <p className={styles.facts}>
          {asset.width} × {asset.height}, {size}
          <br />
          {by ? t`Added ${added} by ${by}` : t`Added ${added}`}
        </p>
        <UsedIn asset={asset} />
        {remove.error && (
          <p className={styles.refused} role="alert">
            {remove.error.message}
          </p>
        )}
        {may("write") && (
          <Button look="danger" size="small" icon="trash" onClick={() => setAsking(true)}>{t`Delete picture`}</Button>
        )}
      </div>
      <AssetWords asset={asset} isReadOnly={!may("write")} />
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate({ params: { path: { id: asset.id } } })}
        busy={remove.isPending}
        danger
        title={t`Delete this picture?`}
        confirm={t`Delete picture`}
      >
        {t`“${asset.name}” leaves the library for good. Pictures that posts use stay.`}
      </ConfirmDialog>
    </div>
  );
}
