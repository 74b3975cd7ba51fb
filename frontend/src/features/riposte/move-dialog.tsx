import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "~/components/button";
import { DateTimePicker } from "~/components/date-time-picker";
import { Dialog } from "~/components/dialog";
import { type InTheWay, later } from "./model";

interface Props {
  row: InTheWay;
  onClose: () => void;
  onMove: (at: string) => void;
}

/** Another time for one post that is in the way. */
export default function MoveDialog({ row, onClose, onMove }: Props) {
  const { t } = useLingui();
  const [at, setAt] = useState(later(row.local_time, 60));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Move “${row.first_line}”`}
      width="narrow"
      actions={
        <>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button
            look="primary"
            onClick={() => {
              onMove(at);
              onClose();
            }}
          >{t`Move`}</Button>
        </>
      }
    >
      <DateTimePicker value={at} onChange={setAt} zone={row.zone} min={row.local_time.slice(0, 10)} />
    </Dialog>
  );
}
