import styles from "./avatar.module.css";

/** A person by picture or initials. Decorative: the name stands beside it. */
export function Avatar({ name, picture, size = 26 }: { name: string; picture?: string | null; size?: number }) {
  const words = name.split(/[\s@.·-]+/).filter(Boolean);
  const initials = `${words[0]?.charAt(0) ?? "?"}${words.length > 1 ? (words.at(-1)?.charAt(0) ?? "") : ""}`;
  const tone = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 4;
  return (
    <span
      className={`${styles.avatar} ${styles[`tone${tone}`]}`}
      style={{ width: size, height: size, fontSize: size * 0.4 }}
      aria-hidden="true"
    >
      {picture ? <img src={picture} alt="" width={size} height={size} /> : initials.toUpperCase()}
    </span>
  );
}
