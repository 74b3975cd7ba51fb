import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { assetUrl } from "~/api/upload";
import { Icon } from "~/components/icon";
import { PictureViewer } from "~/components/picture-viewer";
import type { Picture } from "../model";
import styles from "./preview.module.css";

interface Props {
  pictures: readonly Picture[];
  /** grid: all at once; one: one above the other, as a carousel shows them. */
  layout: "grid" | "one";
}

/** The pictures, full width; each opens large with its description. */
export function Pictures({ pictures, layout }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState<number>();
  if (pictures.length === 0) return null;
  const shape = layout === "grid" ? `grid${Math.min(pictures.length, 5)}` : "carousel";
  const count = pictures.length;
  // Several at once are cut to their places by the network itself.
  const isWhole = layout === "one" || count === 1;
  return (
    <>
      <div className={`${styles.pictures} ${styles[shape]}`}>
        {pictures.map(({ asset, alt, part, fit, ratio }, index) => {
          const number = index + 1;
          return (
            <button
              key={`${asset}-${number}`}
              type="button"
              className={styles.picture}
              onClick={() => setOpen(index)}
              aria-haspopup="dialog"
              aria-label={
                alt ? t`Picture ${number} of ${count}: ${alt}` : t`Picture ${number} of ${count}, not described`
              }
            >
              <img
                src={assetUrl(asset, "web", part)}
                alt=""
                decoding="async"
                className={isWhole && fit !== "keep" ? styles[fit] : undefined}
                style={isWhole && fit !== "keep" && ratio ? { aspectRatio: ratio } : undefined}
              />
              {layout === "one" && count > 1 && <span className={styles.number}>{`${number}/${count}`}</span>}
              {!alt && (
                <span className={styles.bare}>
                  <Icon name="warning" size={12} />
                  {t`No description`}
                </span>
              )}
            </button>
          );
        })}
      </div>
      <PictureViewer pictures={pictures} open={open} onOpen={setOpen} />
    </>
  );
}
