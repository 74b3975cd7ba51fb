import { Trans, useLingui } from "@lingui/react/macro";
import { useMay } from "~/api/me";
import { useStops } from "~/api/stops";
import { Button } from "~/components/button";
import { Icon } from "~/components/icon";
import { When } from "~/components/when";
import { useStopDoors } from "~/lib/stop-context";
import styles from "./stop.module.css";

/** On every screen while nothing goes out: who stopped it, when and why, and the way out of it. */
export function StopBanner() {
  const { t } = useLingui();
  const may = useMay();
  const doors = useStopDoors();
  const { data } = useStops();
  if (!data) return null;
  return (
    <>
      {data.stopped_at && (
        <section className={styles.banner} aria-label={t`Everything is stopped`}>
          <Icon name="hold" size={20} />
          <div className={styles.said}>
            <p>
              <b>{t`Everything is stopped: nothing goes out.`}</b>
            </p>
            <p className={styles.why}>
              {data.stopped_by && <>{data.stopped_by}, </>}
              <When at={data.stopped_at} />: {data.reason}
            </p>
          </div>
          {may("repair") && <Button onClick={doors.lift}>{t`Let posts go out again`}</Button>}
        </section>
      )}
      {data.held_at && (
        <section className={styles.banner} aria-label={t`This Carillon is on hold`}>
          <Icon name="hold" size={20} />
          <div className={styles.said}>
            <p>
              <b>{t`This whole Carillon is on hold: nothing goes out for anybody.`}</b>
            </p>
            <p className={styles.why}>
              <Trans>
                Since <When at={data.held_at} />, by whoever runs it.
              </Trans>{" "}
              {data.held_reason}
            </p>
          </div>
        </section>
      )}
    </>
  );
}
