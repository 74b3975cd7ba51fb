import { Icon } from "~/components/icon";
import styles from "./brand.module.css";

/** The product's mark and name, at the head of a page outside every organisation. */
export function Brand() {
  return (
    <span className={styles.brand}>
      <span className={styles.bell}>
        <Icon name="bell" size={18} />
      </span>
      Carillon
    </span>
  );
}
