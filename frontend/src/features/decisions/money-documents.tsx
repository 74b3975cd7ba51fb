import { useLingui } from "@lingui/react/macro";
import { useDocumentsOfRequest } from "~/api/documents";
import { Documents } from "~/components/documents";
import styles from "./money-documents.module.css";

/** The offers and other files of a request, for whoever decides on it. */
export function MoneyDocuments({ request }: { request: string }) {
  const { t } = useLingui();
  const { data } = useDocumentsOfRequest(request);
  if (!data || data.length === 0) return null;
  return (
    <section className={styles.documents}>
      <p className={styles.legend}>{t`Files of the request`}</p>
      <Documents documents={data} place={{ request }} mayAdd={false} mayRemove={false} />
    </section>
  );
}
