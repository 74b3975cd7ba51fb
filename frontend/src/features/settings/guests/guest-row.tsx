import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { Tag } from "~/components/tag";
import { useFormat } from "~/lib/use-format";
import styles from "../parts.module.css";
import type { Guest } from "./model";

/** One guest: who, about what, until when, and whether something waits for them. */
export function GuestRow({ guest, onRevoke }: { guest: Guest; onRevoke: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const { name, email, capacity, about, waiting, is_over: isOver } = guest;
  const until = format.date(guest.expires_at, "day");
  const what = format.list(about.map((each) => each.name || t`something that is gone`));
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <h3>
          {name}
          {capacity && <Tag>{capacity}</Tag>}
        </h3>
        <p className="small muted">
          {email} · {format.languageName(guest.language)}
        </p>
        <p className="small">{what}</p>
        <p className="small muted">
          {guest.revoked_at ? <Trans>Taken off</Trans> : isOver ? t`Ended on ${until}` : t`Until ${until}`}
          {waiting > 0 && (
            <>
              {" · "}
              <Plural value={waiting} one="# post waits for their word" other="# posts wait for their word" />
            </>
          )}
        </p>
      </div>
      {!isOver && (
        <div className={styles.acts}>
          <Button size="small" onClick={onRevoke} aria-label={t`Take ${name} off`}>
            {t`Take off`}
          </Button>
        </div>
      )}
    </li>
  );
}
