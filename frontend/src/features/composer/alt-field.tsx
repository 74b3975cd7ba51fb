import { Trans, useLingui } from "@lingui/react/macro";
import { TextArea } from "~/components/field";
import { Icon } from "~/components/icon";
import { NetworkMark } from "~/components/network-mark";
import { useFormat } from "~/lib/use-format";
import { useComposing } from "./context";
import type { PictureUse } from "./draft";
import { frameOf, ratioName } from "./frame";
import styles from "./media-panel.module.css";

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
  const { language, seen, isLocked } = useComposing();
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
      <Frames asset={use.asset} />
    </div>
  );
}

function Frames({ asset: id }: { asset: string }) {
  const { t } = useLingui();
  const { assets, seen } = useComposing();
  const asset = assets.get(id);
  if (!asset) return null;
  const networks = new Map(seen.map(({ network, limits }) => [network, frameOf(asset, limits)]));
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
