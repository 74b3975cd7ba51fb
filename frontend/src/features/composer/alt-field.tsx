import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Checkbox } from "~/components/checkbox";
import { TextArea } from "~/components/field";
import { Icon } from "~/components/icon";
import { NetworkMark } from "~/components/network-mark";
import { useFormat } from "~/lib/use-format";
import { useComposing } from "./context";
import type { Asset, PictureUse } from "./draft";
import { frameOf, ratioName } from "./frame";
import styles from "./media-panel.module.css";
import { assetOptions } from "./use-assets";

const ALT_MOST = 1000;
const ALT_GOOD = 30;

/** The picture in words, in the language in front, and what each network cuts of it. */
export function AltField({
  use,
  number,
  onChange,
}: {
  use: PictureUse;
  number: number;
  onChange: (alt: string) => void;
}) {
  const { t } = useLingui();
  const format = useFormat();
  const { language, seen, isLocked, assets } = useComposing();
  const asset = assets.get(use.asset);
  const limits = seen.map(({ limits }) => limits.pictures.alt_max).filter((max) => max > 0);
  const most = limits.length > 0 ? Math.min(...limits) : ALT_MOST;
  const length = [...use.alt].length;
  const isGood = length >= ALT_GOOD && length <= most;
  return (
    <div className={styles.alt}>
      <TextArea
        id="composer-alt"
        lang={language}
        label={t`Picture ${number} in words, ${format.languageName(language)}`}
        aside={`${format.number(length)} / ${format.number(most)}`}
        hint={
          isGood ? undefined : t`Blind people hear this instead of the picture. Say what is seen, and the words on it.`
        }
        error={length > most ? t`${length - most} characters too long.` : undefined}
        value={use.alt}
        readOnly={isLocked}
        onChange={(event) => onChange(event.target.value)}
      />
      {isGood && (
        <p className={styles.good}>
          <Icon name="check" size={14} />
          <Trans>Good: blind people will know what is seen.</Trans>
        </p>
      )}
      {asset && !use.alt.trim() && !isLocked && <Decorative asset={asset} />}
      <Frames use={use} />
    </div>
  );
}

/** Nothing to say of it: marked once, for every post. */
function Decorative({ asset }: { asset: Asset }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const mark = useMutation(
    api.mutationOptions("patch", "/api/assets/{id}/", {
      onSuccess: (saved) => {
        queryClient.setQueryData(assetOptions(saved.id).queryKey, saved);
        void api.refresh(queryClient, "/api/posts/");
      },
    }),
  );
  return (
    <Checkbox
      label={t`Decorative: it says nothing that the text does not`}
      checked={asset.is_decorative}
      disabled={mark.isPending}
      onChange={(event) =>
        mark.mutate({ params: { path: { id: asset.id } }, body: { is_decorative: event.target.checked } })
      }
    />
  );
}

function Frames({ use }: { use: PictureUse }) {
  const { t } = useLingui();
  const { assets, seen } = useComposing();
  const asset = assets.get(use.asset);
  if (!asset) return null;
  const networks = new Map(seen.map(({ network, limits }) => [network, frameOf(asset, limits, use.crop)]));
  const changed = [...networks].filter(([, { fit }]) => fit !== "keep");
  if (changed.length === 0) return null;
  return (
    <ul className={styles.frames} aria-label={t`How networks frame it`}>
      {changed.map(([network, { fit, ratio }]) => (
        <li key={network} className={styles.frame}>
          <NetworkMark network={network} />
          <Icon name="crop" size={14} />
          {fit === "crop" ? t`cut to ${ratioName(ratio)}` : t`set on ground, ${ratioName(ratio)}`}
        </li>
      ))}
    </ul>
  );
}
