import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import type { PostCard } from "~/lib/cards";
import { Foreseen } from "./foreseen";
import styles from "./select.module.css";
import { preview, type Shift } from "./shift";
import { Stepper } from "./stepper";

interface Props {
  cards: readonly PostCard[];
  onClose: () => void;
  onShift: (shift: Shift) => void;
}

/** By how many days and hours, and what that would do, before it is done. */
export default function ShiftDialog({ cards, onClose, onShift }: Props) {
  const { t } = useLingui();
  const form = useId();
  const [shift, setShift] = useState<Shift>({ days: 1, hours: 0 });
  const seen = preview(cards, shift, Date.now());
  const isNothing = shift.days === 0 && shift.hours === 0;
  const quick: [string, number][] = [
    [t`1 week earlier`, -7],
    [t`1 day earlier`, -1],
    [t`1 day later`, 1],
    [t`1 week later`, 7],
  ];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Shift`}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" form={form} disabled={isNothing || seen.going === 0}>
            {t`${plural(seen.going, { one: "Shift # post", other: "Shift # posts" })}`}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onShift(shift);
        }}
      >
        <div className={styles.quick}>
          {quick.map(([words, days]) => (
            <Button
              key={days}
              size="small"
              aria-pressed={shift.days === days && shift.hours === 0}
              onClick={() => setShift({ days, hours: 0 })}
            >
              {words}
            </Button>
          ))}
        </div>
        <Stepper label={t`Days`} value={shift.days} most={366} onChange={(days) => setShift({ ...shift, days })} />
        <Stepper label={t`Hours`} value={shift.hours} most={23} onChange={(hours) => setShift({ ...shift, hours })} />
        <p className="muted">{t`Clock times stay as they are over a night in which the clocks change.`}</p>
        <Foreseen seen={seen} />
      </form>
    </Dialog>
  );
}
