import { useLingui } from "@lingui/react/macro";
import { useMay, useOrganisation } from "~/api/me";
import { buttonClass } from "~/components/button";
import { Icon } from "~/components/icon";
import styles from "./history.module.css";
import type { Card } from "./model";

/** Take the proof along: pages to print, or the record for a program. It says from where people decided, so not everybody may. */
export function Certificate({ card }: { card: Card }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const may = useMay();
  const isMine = card.kind === "post" ? may("plan") || may("decide_posts") : may("keep_money") || may("decide_money");
  if (!isMine && !may("manage")) return null;
  const address = (end: string) => `/api/decisions/${card.id}/certificate${end}?organisation=${slug}`;
  return (
    <div className={styles.certificate}>
      <p className={styles.when}>
        {t`The certificate proves who decided on exactly what. Anybody can check it: one changed sign shows.`}
      </p>
      <p className={styles.takeAlong}>
        <a href={address(".pdf")} download className={buttonClass("quiet")}>
          <Icon name="download" size={16} />
          {t`Certificate (PDF)`}
        </a>
        <a href={address("/")} download className={buttonClass("quiet")}>
          <Icon name="download" size={16} />
          {t`For programs (JSON)`}
        </a>
      </p>
    </div>
  );
}
