import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Segmented } from "~/components/segmented";
import type { PostCard } from "~/lib/cards";
import { copies } from "./copies";
import { Foreseen } from "./foreseen";
import styles from "./select.module.css";
import { Stepper } from "./stepper";

interface Props {
  cards: readonly PostCard[];
  onClose: () => void;
  /** null: without times. */
  onCopy: (days: number | null) => void;
}

type Unit = "none" | "days" | "weeks";

/** Copies as drafts: without times, or so many days or weeks later at the same hours. */
export default function CopyDialog({ cards, onClose, onCopy }: Props) {
  const { t } = useLingui();
  const form = useId();
  const [unit, setUnit] = useState<Unit>("weeks");
  const [count, setCount] = useState(1);
  const days = unit === "none" ? null : count * (unit === "weeks" ? 7 : 1);
  const seen = copies(cards, days, Date.now());
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Duplicate`}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" form={form} disabled={seen.going === 0}>
            {t`${plural(seen.going, { one: "Duplicate # post", other: "Duplicate # posts" })}`}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onCopy(days);
        }}
      >
        <Segmented
          label={t`When`}
          value={unit}
          onChange={setUnit}
          options={[
            { value: "weeks", label: t`Weeks later` },
            { value: "days", label: t`Days later` },
            { value: "none", label: t`No times` },
          ]}
          wide
        />
        {unit !== "none" && (
          <Stepper
            label={unit === "weeks" ? t`Weeks` : t`Days`}
            value={count}
            least={1}
            most={unit === "weeks" ? 52 : 366}
            onChange={setCount}
          />
        )}
        <p className="muted">
          {unit === "none"
            ? t`The copies are drafts without a time.`
            : t`The copies are drafts at the same clock times. The same text twice within a day is not sent.`}
        </p>
        <Foreseen seen={seen} />
      </form>
    </Dialog>
  );
}
