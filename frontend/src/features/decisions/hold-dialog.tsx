import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { TextArea } from "~/components/field";
import styles from "./actions.module.css";
import type { Card } from "./model";

interface Props {
  card: Card;
  isOpen: boolean;
  isBusy: boolean;
  onClose: () => void;
  onHold: (reason: string) => void;
}

/** Why it waits; without a reason the others would not know what to wait for. */
export function HoldDialog({ card, isOpen, isBusy, onClose, onHold }: Props) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const hold = () => (reason.trim() ? onHold(reason.trim()) : setMissing(true));
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t`Put this on hold?`}
      actions={
        <>
          <Button onClick={onClose} look="quiet">{t`Cancel`}</Button>
          <Button onClick={hold} look="primary" icon="hold" busy={isBusy}>
            {t`Put on hold`}
          </Button>
        </>
      }
    >
      <p className={styles.before}>
        {card.kind === "post"
          ? t`Nothing of it goes out until somebody releases it. If its time passes meanwhile, it expires.`
          : t`Nobody decides on it until somebody releases it.`}
      </p>
      <TextArea
        autoFocus
        label={t`What does it wait for?`}
        hint={t`${card.asked_by} reads this.`}
        error={isMissing ? t`Say why, so that the others know.` : undefined}
        value={reason}
        maxLength={500}
        rows={3}
        onChange={({ target }) => {
          setReason(target.value);
          setMissing(false);
        }}
        onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && hold()}
      />
    </Dialog>
  );
}
