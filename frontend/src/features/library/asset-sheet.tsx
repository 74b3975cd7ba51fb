import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, lazy, Suspense, useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { useCommands } from "~/components/commands";
import { Dialog } from "~/components/dialog";
import { ErrorState } from "~/components/error-state";
import { IconButton } from "~/components/icon-button";
import { SkeletonList } from "~/components/skeleton";
import { toast } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import { AssetRights } from "./asset-rights";
import { AssetWords } from "./asset-words";
import styles from "./library.module.css";
import { type Asset, sizeOf } from "./model";
import { UsedIn } from "./used-in";

const CropDialog = lazy(() => import("~/components/crop-dialog").then(({ CropDialog }) => ({ default: CropDialog })));

interface Props {
  id: string;
  /** The ids in the order they are seen. */
  neighbours: readonly string[];
  onShow: (id: string) => void;
  onClose: () => void;
}

/** One picture: its words in every language, where it is used, and its end. */
export function AssetSheet({ id, neighbours, onShow, onClose }: Props) {
  const { t } = useLingui();
  const asset = useQuery({
    ...api.queryOptions("get", "/api/assets/{id}/", { params: { path: { id } } }),
    enabled: id !== "",
  });
  const at = neighbours.indexOf(id);
  const step = (by: number) => at >= 0 && onShow(neighbours[at + by] ?? id);
  useCommands([
    {
      id: "library-arrows",
      words: t`With a picture open: the one before or after`,
      keys: "ArrowLeft",
      or: ["ArrowRight"],
    },
  ]);
  const press = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const isWriting = (event.target as Element).closest("input, textarea, select");
    const isUnder = document.querySelectorAll("[role=dialog]").length > 1;
    if (by && !isWriting && !isUnder && !event.defaultPrevented) step(by);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pressed in the dialog comes up here, wherever it stands in the page
    <div role="presentation" onKeyDown={press}>
      <Dialog isOpen={id !== ""} isInAddress onClose={onClose} title={asset.data?.name ?? t`Picture`} width="wide">
        <div className={styles.steps}>
          <IconButton icon="left" label={t`Previous picture`} disabled={at < 1} onClick={() => step(-1)} />
          <IconButton
            icon="right"
            label={t`Next picture`}
            disabled={at < 0 || at >= neighbours.length - 1}
            onClick={() => step(1)}
          />
        </div>
        {asset.data ? (
          <Sheet key={asset.data.id} asset={asset.data} onClose={onClose} />
        ) : asset.error ? (
          <ErrorState error={asset.error} retry={() => void asset.refetch()} />
        ) : (
          <SkeletonList rows={3} height={80} />
        )}
      </Dialog>
    </div>
  );
}

function Sheet({ asset, onClose }: { asset: Asset; onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const may = useMay();
  const queryClient = useQueryClient();
  const [isCropping, setCropping] = useState(false);
  const restore = async () => {
    await api.send("post", "/api/assets/{id}/restore/", { params: { path: { id: asset.id } } });
    void api.refresh(queryClient, "/api/assets/");
  };
  const remove = useMutation(
    api.mutationOptions("delete", "/api/assets/{id}/", {
      onSuccess: () => {
        toast(t`“${asset.name}” was deleted`, { undo: restore });
        onClose();
        void api.refresh(queryClient, "/api/assets/");
      },
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
          <>
            <Button size="small" icon="crop" onClick={() => setCropping(true)}>{t`Crop and focus`}</Button>
            <Button
              look="danger"
              size="small"
              icon="trash"
              busy={remove.isPending}
              onClick={() => remove.mutate({ params: { path: { id: asset.id } } })}
            >
              {t`Delete picture`}
            </Button>
          </>
        )}
      </div>
      <div className={styles.words}>
        <AssetWords asset={asset} isReadOnly={!may("write")} />
        <AssetRights asset={asset} isReadOnly={!may("write")} />
      </div>
      {isCropping && (
        <Suspense fallback={null}>
          <CropDialog asset={asset} onClose={() => setCropping(false)} />
        </Suspense>
      )}
    </div>
  );
}
