import { useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { Icon } from "~/components/icon";
import { useDesk } from "./desk";
import styles from "./nothing-here.module.css";

/** Why no card is in sight, and what to do; the empty days stay below, to begin something in them. */
export function NothingHere({ isFiltered, onShowAll }: { isFiltered: boolean; onShowAll: () => void }) {
  const { t } = useLingui();
  const { mayWrite } = useDesk();
  return (
    <div className={styles.note} role="status">
      <Icon name={isFiltered ? "filter" : "calendar"} />
      <p>
        <b>{isFiltered ? t`Nothing here passes the filters.` : t`Nothing is planned here yet.`}</b>{" "}
        {!isFiltered && mayWrite && t`Choose a free place to begin a post at that time.`}
      </p>
      {isFiltered && <Button size="small" onClick={onShowAll}>{t`Show everything`}</Button>}
    </div>
  );
}
