import { Trans, useLingui } from "@lingui/react/macro";
import { useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { IconButton } from "~/components/icon-button";
import { useFormat } from "~/lib/use-format";
import { AwayForm } from "./away-form";
import { DutyForm } from "./duty-form";
import { LaneForm } from "./lane-form";
import type { OnCall } from "./model";
import styles from "./riposte.module.css";
import { useRota } from "./use-rota";

/** The rota: who is on call when, who is away, and how the fast lane is set. */
export default function RotaDialog({ rota, onClose }: { rota: OnCall; onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const { verbs } = useOrganisation();
  const acts = useRota();
  const maySetOwn = (verbs as readonly string[]).includes("decide_posts");
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Who is on call`}
      actions={<Button look="primary" onClick={onClose}>{t`Done`}</Button>}
    >
      <div className={styles.stack}>
        <section className={styles.stack}>
          <h3 className={styles.label}>{t`The rota`}</h3>
          {rota.duties.length === 0 && <p className={styles.hint}>{t`Nobody is planned yet.`}</p>}
          <ul className={styles.rows}>
            {rota.duties.map(({ id, person, starts_at, ends_at }) => (
              <li key={id} className={styles.flat}>
                <span className={styles.body}>
                  <strong>{person.name}</strong>
                  <span className={styles.facts}>
                    {format.dateTime(starts_at)} – {format.dateTime(ends_at)}
                  </span>
                </span>
                {rota.may_set && (
                  <IconButton icon="trash" label={t`Take ${person.name} off`} onClick={() => acts.takeOff(id)} />
                )}
              </li>
            ))}
          </ul>
          {(rota.may_set || maySetOwn) && <DutyForm rota={rota} acts={acts} />}
        </section>
        <section className={styles.stack}>
          <h3 className={styles.label}>{t`Away`}</h3>
          <p className={styles.hint}>
            <Trans>Whoever is away is not asked, whatever the rota says.</Trans>
          </p>
          <ul className={styles.rows}>
            {rota.absences.map(({ id, person, starts_on, ends_on }) => (
              <li key={id} className={styles.flat}>
                <span className={styles.body}>
                  <strong>{person.name}</strong>
                  <span className={styles.facts}>{format.dateRange(starts_on, ends_on, "short")}</span>
                </span>
                {(rota.may_set || maySetOwn) && (
                  <IconButton icon="trash" label={t`${person.name} is back`} onClick={() => acts.comeBack(id)} />
                )}
              </li>
            ))}
          </ul>
          {(rota.may_set || maySetOwn) && <AwayForm rota={rota} acts={acts} />}
        </section>
        {rota.may_set && <LaneForm rota={rota} acts={acts} />}
      </div>
    </Dialog>
  );
}
