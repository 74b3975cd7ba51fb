import type { CSSProperties } from "react";
import styles from "./layers.module.css";
import type { InLayer } from "./model";
import { useLayers } from "./use-layers";
import { useAbout } from "./words";

/** The name of what lies over a day; one of our own opens. */
export function LayerTag({ item, style }: { item: InLayer; style?: CSSProperties }) {
  const { openMoment } = useLayers();
  const about = useAbout()(item);
  const look = {
    className: `${styles.tag} ${styles[item.layer]} ${item.kind === "election" ? styles.election : ""}`,
    style: { ...style, ...(item.colour ? { "--own": item.colour } : {}) } as CSSProperties,
    title: about,
  };
  const words = <span className={styles.name}>{item.name}</span>;
  if (item.layer !== "own" || !openMoment) return <span {...look}>{words}</span>;
  return (
    <button type="button" {...look} onClick={() => openMoment(item.id)} aria-label={about}>
      {words}
    </button>
  );
}
