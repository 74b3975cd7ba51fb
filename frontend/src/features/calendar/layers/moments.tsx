import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { ErrorState } from "~/components/error-state";
import { SkeletonList } from "~/components/skeleton";
import { useFormat } from "~/lib/use-format";
import { type Moment, MomentForm } from "./moment-form";
import styles from "./moments.module.css";
import { ShippedList } from "./shipped-list";
import { kindWords } from "./words";

interface Props {
  /** "all": the list; a moment's id, or a day on which one begins. */
  open: "all" | string | { day: string };
  today: string;
  onClose: () => void;
}

/** The organisation's own moments, and which of the shipped ones it sees. */
export default function Moments({ open, today, onClose }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const mayPlan = useMay()("plan");
  const { data, error, refetch } = useQuery(api.queryOptions("get", "/api/moments/"));
  const [edited, setEdited] = useState<Moment | { day: string } | null>(null);
  const asked = useMemo(() => {
    if (typeof open === "object") return open;
    return open === "all" ? null : (data?.results.find(({ id }) => id === open) ?? null);
  }, [open, data]);
  if (open !== "all") return asked && <MomentForm of={asked} onClose={onClose} />;
  if (edited) return <MomentForm of={edited} onClose={() => setEdited(null)} />;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Moments`}
      actions={
        <>
          {mayPlan && <Button icon="plus" onClick={() => setEdited({ day: today })}>{t`Add a moment`}</Button>}
          <Button look="primary" onClick={onClose}>{t`Done`}</Button>
        </>
      }
    >
      <h3 className={styles.title}>{t`Own moments`}</h3>
      {error && !data ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonList rows={3} />
      ) : data.results.length === 0 ? (
        <p className="muted">{t`None yet: congresses, actions, debates, deadlines that posts should be planned around.`}</p>
      ) : (
        <ul className={styles.list}>
          {data.results.map((moment) => (
            <li key={moment.id} className={styles.row}>
              <span className={styles.words}>
                <b>{moment.name}</b>
                <span className="muted">
                  {format.dateRange(moment.starts_on, moment.ends_on, "long")} ·{" "}
                  {t(kindWords[moment.kind ?? "other"] ?? msg`Other`)}
                </span>
              </span>
              {mayPlan && (
                <Button size="small" look="quiet" icon="pen" onClick={() => setEdited(moment)}>
                  {t`Edit`}
                  <span className="only-read">: {moment.name}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <ShippedList mayPlan={mayPlan} />
    </Dialog>
  );
}
