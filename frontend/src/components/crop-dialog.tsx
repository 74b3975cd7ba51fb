import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import type { components } from "~/api/schema.gen";
import { largest, RATIOS, type Ratio, ratioNames, ratioOf, type Window } from "~/lib/crops";
import { Button } from "./button";
import { CropEditor } from "./crop-editor";
import styles from "./crop-editor.module.css";
import { Dialog } from "./dialog";
import { FocusPoint } from "./focus-point";
import { Segmented } from "./segmented";
import { toast } from "./toast";

type Asset = components["schemas"]["AssetInLibrary"];
type Tab = "focus" | Ratio;

interface Props {
  asset: Asset;
  onClose: () => void;
  /** Given in a post: the part that this post shows, and what to do with a new one. */
  use?: { crop: Window | null; onCrop: (crop: Window | null) => void };
}

/** Which part of a picture is shown: in this post, or everywhere, for each shape that networks want. */
export function CropDialog({ asset, onClose, use }: Props) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const shape = asset.width / asset.height;
  const [isHere, setHere] = useState(Boolean(use));
  const [tab, setTab] = useState<Tab>((use?.crop && ratioOf(use.crop, shape)) || (use ? "4:5" : "focus"));
  const [crop, setCrop] = useState<Window | null>(use?.crop ?? null);
  const [crops, setCrops] = useState<Record<string, Window>>(asset.crops);
  const [focus, setFocus] = useState(asset.focus);
  const save = useMutation(
    api.mutationOptions("patch", "/api/assets/{id}/", {
      onSuccess: (saved) => {
        const { queryKey } = api.queryOptions("get", "/api/assets/{id}/", { params: { path: { id: saved.id } } });
        queryClient.setQueryData(queryKey, saved);
        void api.refresh(queryClient, "/api/assets/", "/api/posts/");
        toast(t`The picture is framed anew`);
        onClose();
      },
    }),
  );
  const names: Record<Ratio, string> = {
    "1:1": t`Square`,
    "4:5": t`Upright, feed`,
    "1.91:1": t`Wide, links`,
    "16:9": t`Wide, X`,
    "9:16": t`Stories`,
  };
  const ratios = ratioNames.map((name) => ({ value: name as Tab, label: `${name} ${names[name]}` }));
  const ratio = tab === "focus" ? 1 : RATIOS[tab];
  const part = isHere ? crop && ratioOf(crop, shape) === tab && crop : tab !== "focus" && crops[tab];
  const shown = part || largest(ratio, shape, focus);
  const change = (next: Window) => (isHere ? setCrop(next) : setCrops({ ...crops, [tab]: next }));
  const reset = () => {
    if (isHere) return setCrop(null);
    const { [tab]: _, ...others } = crops;
    setCrops(others);
  };
  const finish = () => {
    if (!isHere) return save.mutate({ params: { path: { id: asset.id } }, body: { focus, crops } });
    use?.onCrop(crop);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Crop and focus`}
      width="wide"
      actions={
        <>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" busy={save.isPending} onClick={finish}>
            {isHere ? t`Use in this post` : t`Save for every post`}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        {use && (
          <Segmented
            label={t`Where it counts`}
            value={isHere ? "here" : "all"}
            onChange={(where) => {
              setHere(where === "here");
              if (where === "here" && tab === "focus") setTab("4:5");
            }}
            options={[
              { value: "here", label: t`This post only` },
              { value: "all", label: t`Everywhere` },
            ]}
          />
        )}
        <Segmented
          label={t`Shape`}
          wraps
          value={tab}
          onChange={setTab}
          options={isHere ? ratios : [{ value: "focus", label: t`Focus point` }, ...ratios]}
        />
        {tab === "focus" ? (
          <>
            <p className="muted">
              <Trans>Put the point on what must stay in view when a network cuts the picture.</Trans>
            </p>
            <FocusPoint url={asset.web_url} shape={shape} value={focus} onChange={setFocus} />
          </>
        ) : (
          <>
            <CropEditor url={asset.web_url} shape={shape} ratio={ratio} value={shown} onChange={change} />
            <div className={styles.row}>
              {part ? (
                <Button size="small" icon="undo" onClick={reset}>{t`No crop in this shape`}</Button>
              ) : (
                <>
                  <Button size="small" icon="crop" onClick={() => change(shown)}>{t`Crop like this`}</Button>
                  <span className="muted">{t`Nothing is cut yet.`}</span>
                </>
              )}
            </div>
          </>
        )}
        {!isHere && asset.used_in > 0 && (
          <p className="muted">
            <Trans>Posts that show it and were approved will need a new yes.</Trans>
          </p>
        )}
        {save.error && <p role="alert">{save.error.message}</p>}
      </div>
    </Dialog>
  );
}
