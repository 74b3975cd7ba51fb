import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useDeferredValue, useState } from "react";
import { assetUrl } from "~/api/upload";
import { Empty } from "~/components/empty";
import { Icon } from "~/components/icon";
import { IconButton } from "~/components/icon-button";
import { NetworkMark, networkName } from "~/components/network-mark";
import { Segmented } from "~/components/segmented";
import { useFormat } from "~/lib/use-format";
import { type Seen, useComposing } from "../context";
import { frameOf } from "../frame";
import { measure } from "../measure";
import { FacebookPreview } from "./facebook";
import { FirstComment } from "./first-comment";
import { InstagramPreview } from "./instagram";
import type { Shown } from "./mosaic";
import styles from "./previews.module.css";
import { TwitterPreview } from "./twitter";

const drawn: Record<string, typeof FacebookPreview> = {
  facebook: FacebookPreview,
  instagram: InstagramPreview,
  twitter: TwitterPreview,
};

/** How the post will look on each of its channels, as it is being written. */
export function Previews({ className }: { className?: string | undefined }) {
  const { t } = useLingui();
  const { seen: now } = useComposing();
  // Typing comes first: the frames follow when there is time.
  const seen = useDeferredValue(now);
  const [ground, setGround] = useState<"own" | "light" | "dark">("own");
  const [width, setWidth] = useState<"phone" | "laptop">("phone");
  const isDark =
    ground === "own" ? getComputedStyle(document.documentElement).colorScheme === "dark" : ground === "dark";
  return (
    <div className={className} id="composer-previews">
      <div className={styles.bar}>
        <h2 className="only-read">
          <Trans>Preview</Trans>
        </h2>
        <span className={styles.choices}>
          <IconButton
            icon={isDark ? "sun" : "moon"}
            size="small"
            look="plain"
            label={isDark ? t`Show it light` : t`Show it dark`}
            onClick={() => setGround(isDark ? "light" : "dark")}
          />
          <Segmented
            label={t`Width`}
            value={width}
            onChange={setWidth}
            options={[
              { value: "phone", label: t`Phone` },
              { value: "laptop", label: t`Laptop` },
            ]}
          />
        </span>
      </div>
      {seen.length === 0 ? (
        <Empty icon="eye" title={t`Nothing to show yet`}>
          <Trans>Choose a channel to see how the post will look there.</Trans>
        </Empty>
      ) : (
        <div className={`${styles.all} ${styles[width]} ${ground === "own" ? "" : styles[ground]}`}>
          {seen.map((each) => (
            <Preview key={each.key} seen={each} />
          ))}
        </div>
      )}
    </div>
  );
}

function Preview({ seen }: { seen: Seen }) {
  const { t } = useLingui();
  const format = useFormat();
  const { assets } = useComposing();
  const { placement, message, limits } = seen;
  const pictures = message.pictures.flatMap(({ asset: id, alt, crop }): Shown[] => {
    const asset = assets.get(id);
    if (!asset) return [];
    const frame = frameOf(asset, limits, crop);
    return [{ id, url: frame.part ? assetUrl(id, "web", frame.part) : asset.web_url, alt, ...frame }];
  });
  const when = placement.local_time
    ? t`${format.date(placement.local_time.slice(0, 10), "day")} at ${placement.local_time.slice(11)}`
    : t`No time yet`;
  const Drawn = drawn[seen.network] ?? FacebookPreview;
  return (
    <section className={styles.preview} aria-label={t`${networkName(seen.network)}, ${seen.name}`}>
      <p className={styles.head}>
        <NetworkMark network={seen.network} />
        <b>{seen.name}</b>
        {placement.languages.length > 0 && <span>{placement.languages.join(" + ").toUpperCase()}</span>}
        <Remark seen={seen} />
      </p>
      <Drawn seen={seen} pictures={pictures} when={when} />
      <FirstComment seen={seen} />
    </section>
  );
}

/** The one thing worth knowing about it: too long, cut, in parts. */
function Remark({ seen }: { seen: Seen }) {
  const { t } = useLingui();
  const measures = seen.texts.map((text) => measure(text, seen.limits));
  const over = Math.max(...measures.map((each) => each.over));
  const cutAt = measures[0]?.cutAt ?? 0;
  if (over > 0) {
    return (
      <span className={styles.bad}>
        <Icon name="warning" size={12} />
        {t`${over} over`}
      </span>
    );
  }
  if (seen.texts.length > 1) {
    return (
      <span className={styles.remark}>
        <Plural value={seen.texts.length} one="# part" other="# parts" />
      </span>
    );
  }
  if (cutAt > 0) return <span className={styles.remark}>{t`“more” cuts at ${cutAt}`}</span>;
  return seen.limits.fold_at > 0 ? <span className={styles.remark}>{t`full text shown`}</span> : null;
}
