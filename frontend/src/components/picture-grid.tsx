import type { ReactNode } from "react";
import { Icon } from "./icon";
import styles from "./picture-grid.module.css";

interface Shown {
  id: string;
  name: string;
  thumb_url: string;
}

interface Props<Picture extends Shown> {
  label: string;
  pictures: readonly Picture[];
  /** Given: pressing chooses and unchooses. */
  chosen?: ReadonlySet<string>;
  onPress: (picture: Picture) => void;
  /** Under the name. */
  aside?: (picture: Picture) => ReactNode;
}

/** Pictures side by side, each a button. */
export function PictureGrid<Picture extends Shown>({ label, pictures, chosen, onPress, aside }: Props<Picture>) {
  return (
    <ul className={styles.grid} aria-label={label}>
      {pictures.map((picture) => (
        <li key={picture.id}>
          <button
            type="button"
            className={`${styles.tile} ${chosen?.has(picture.id) ? styles.on : ""}`}
            aria-pressed={chosen ? chosen.has(picture.id) : undefined}
            onClick={() => onPress(picture)}
          >
            <img src={picture.thumb_url} alt="" loading="lazy" className={styles.picture} />
            {chosen?.has(picture.id) && (
              <span className={styles.mark}>
                <Icon name="check" size={14} />
              </span>
            )}
            <span className={styles.name}>{picture.name}</span>
            {aside && <span className={styles.aside}>{aside(picture)}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
