import { Link } from "@tanstack/react-router";
import { Brand } from "~/components/brand";
import { LanguageSelect } from "~/components/language-select";
import styles from "./head.module.css";

/** Where one is, the way into the product, the language. */
export function Head() {
  return (
    <header className={styles.head}>
      <Link to="/" className={styles.home}>
        <Brand />
      </Link>
      <LanguageSelect />
    </header>
  );
}
