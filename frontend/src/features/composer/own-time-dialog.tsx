import { useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { DateTimePicker } from "~/components/date-time-picker";
import { Dialog } from "~/components/dialog";
import { useFormat } from "~/lib/use-format";
import { useComposing } from "./context";
import { timeKey } from "./draft";
import { commonTime, withPlacement } from "./edit";

/** One channel's own time, apart from the others'. */
export function OwnTimeDialog({ placementKey, onClose }: { placementKey: string | null; onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const { seen, draft, edit, isFixed, refused } = useComposing();
  const mine = seen.find(({ key }) => key === placementKey);
  if (!mine) return null;
  const { placement, key, name } = mine;
  const others = commonTime(draft.placements.filter((each) => each !== placement && !isFixed(each)));
  const set = (local_time: string, zone = placement.zone || format.zone) =>
    edit((now) => withPlacement(now, key, { local_time, zone }));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`When it goes out on ${name}`}
      width="narrow"
      actions={
        <>
          {others && (
            <Button
              look="quiet"
              onClick={() => {
                set(others.local_time, others.zone);
                onClose();
              }}
            >{t`Same as the others`}</Button>
          )}
          <Button look="primary" onClick={onClose}>{t`Done`}</Button>
        </>
      }
    >
      <DateTimePicker
        value={placement.local_time}
        zone={placement.zone || format.zone}
        onChange={(local) => set(local)}
        error={refused.times[timeKey(placement)]}
      />
    </Dialog>
  );
}
