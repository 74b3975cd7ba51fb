import { useLingui } from "@lingui/react/macro";
import { assetUrl } from "~/api/upload";
import type { Window } from "~/lib/crops";
import { Dialog } from "./dialog";
import { IconButton } from "./icon-button";
import styles from "./picture-viewer.module.css";

interface Props {
  pictures: readonly { asset: string; alt: string; part?: Window | null }[];
  /** Which one is open; undefined: none. */
  open: number | undefined;
  onOpen: (index: number | undefined) => void;
}

/** A picture as large as the screen, with its description, and its neighbours one press away. */
export function PictureViewer({ pictures, open, onOpen }: Props) {
  const { t } = useLingui();
  const picture = open === undefined ? undefined : pictures[open];
  const number = (open ?? 0) + 1;
  const count = pictures.length;
  return (
    <Dialog
      isOpen={Boolean(picture)}
      onClose={() => onOpen(undefined)}
      title={count > 1 ? t`Picture ${number} of ${count}` : t`Picture`}
      width="wide"
    >
      {picture && (
        <>
          <img className={styles.picture} src={assetUrl(picture.asset, "web", picture.part)} alt={picture.alt} />
          <p className={styles.alt}>{picture.alt || t`No description for people who cannot see it.`}</p>
          {count > 1 && (
            <div className={styles.steps}>
              <IconButton
                icon="left"
                label={t`Previous picture`}
                disabled={number === 1}
                onClick={() => onOpen(number - 2)}
              />
              <IconButton
                icon="right"
                label={t`Next picture`}
                disabled={number === count}
                onClick={() => onOpen(number)}
              />
            </div>
          )}
        </>
      )}
    </Dialog>
  );
}
