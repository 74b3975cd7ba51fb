import { Icon } from "~/components/icon";
import styles from "./form.module.css";

/** What the server said about the form as a whole. */
export function FormProblem({ message }: { message: string | undefined }) {
  if (!message) return null;
  return (
    <p className={styles.problem} role="alert">
      <Icon name="warning" />
      {message}
    </p>
  );
}
