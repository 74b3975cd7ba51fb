import { useFormat } from "~/lib/use-format";
import styles from "./language-tag.module.css";

/** "FR", read aloud as "French"; several join as "FR + NL". */
export function LanguageTag({ languages }: { languages: string | readonly string[] }) {
  const format = useFormat();
  const codes = typeof languages === "string" ? [languages] : languages;
  return (
    <abbr className={styles.tag} title={format.list(codes.map((code) => format.languageName(code)))}>
      {codes.map((code) => code.toUpperCase()).join(" + ")}
    </abbr>
  );
}
