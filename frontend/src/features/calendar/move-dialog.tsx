import { useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { Button } from "~/components/button";
import { DateTimePicker } from "~/components/date-time-picker";
import { Dialog } from "~/components/dialog";
import { networkName } from "~/components/network-mark";
import { movable, type PostCard } from "~/lib/cards";
import { toInstant, toLocal } from "~/lib/local-time";
import { useFormat } from "~/lib/use-format";
import styles from "./move-dialog.module.css";

interface Props {
  card: PostCard;
  onClose: () => void;
  onMove: (card: PostCard, local: string) => void;
}

/** What dragging does, by date and time. */
export function MoveDialog({ card, onClose, onMove }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const form = useId();
  const [local, setLocal] = useState(() => toLocal(card.at, format.zone));
  const [isTried, setTried] = useState(false);
  const isPast = local !== "" && Date.parse(toInstant(local, format.zone)) <= Date.now();
  const error = local === "" ? t`Say when.` : isPast ? t`This time has passed. Choose one in the future.` : undefined;
  const networks = format.list(movable(card).map(({ network }) => networkName(network)));
  const left = card.placements.length - movable(card).length;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Move`}
      width="narrow"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" form={form}>{t`Move`}</Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (error) return;
          onMove(card, local);
          onClose();
        }}
      >
        <p className={styles.words}>{card.firstLine}</p>
        <p className="muted">
          {networks} · {format.dateTime(card.at)}
        </p>
        {left > 0 && <p className="muted">{t`What has gone out already stays where it is.`}</p>}
        <DateTimePicker
          value={local}
          onChange={setLocal}
          min={toLocal(new Date(), format.zone).slice(0, 10)}
          error={isTried || isPast ? error : undefined}
        />
      </form>
    </Dialog>
  );
}
