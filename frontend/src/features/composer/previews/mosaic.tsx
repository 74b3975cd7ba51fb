import styles from "./previews.module.css";

export interface Shown {
  id: string;
  url: string;
  alt: string;
  /** Width ÷ height of what the network gets. */
  ratio: number;
  fit: "keep" | "crop" | "pad";
}

const MOST = { facebook: 5, twitter: 4 };

/** Several pictures as Facebook or X lays them out: one whole, two side by side, more in a grid. */
export function Mosaic({ pictures, layout }: { pictures: readonly Shown[]; layout: "facebook" | "twitter" }) {
  const [first] = pictures;
  if (!first) return null;
  const most = MOST[layout];
  const shown = pictures.slice(0, most);
  const left = pictures.length - shown.length;
  if (pictures.length === 1) {
    // Facebook shows a tall picture whole, X down to 3:4.
    const ratio = layout === "twitter" ? Math.max(0.75, first.ratio) : Math.max(0.8, first.ratio);
    return (
      <div className={`${styles.mosaic} ${styles[layout]}`}>
        <img src={first.url} alt={first.alt} style={{ aspectRatio: ratio }} />
      </div>
    );
  }
  return (
    <div className={`${styles.mosaic} ${styles[layout]} ${styles[`of${shown.length}`]}`}>
      {shown.map(({ id, url, alt }, index) => (
        <span key={id} className={styles.cell}>
          <img src={url} alt={alt} />
          {left > 0 && index === shown.length - 1 && <span className={styles.left}>+{left}</span>}
        </span>
      ))}
    </div>
  );
}
