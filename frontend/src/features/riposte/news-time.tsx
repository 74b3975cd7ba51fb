import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { TimeField } from "~/components/time-field";
import { toInstant, toLocal } from "~/lib/local-time";
import { useFormat } from "~/lib/use-format";
import { later, type Riposte } from "./model";
import type { Acts } from "./use-riposte";

/** When the news broke; the stopwatch counts from there. A time later than now was yesterday's. */
export function newsInstant(time: string, zone: string, now = new Date()): string {
  const today = `${toLocal(now, zone).slice(0, 10)}T${time}`;
  const local = today > toLocal(now, zone) ? later(today, -1440) : today;
  return toInstant(local, zone);
}

export function NewsTime({ riposte, acts }: { riposte: Riposte; acts: Acts }) {
  const { t } = useLingui();
  const format = useFormat();
  const [time, setTime] = useState<string>();
  const known = format.time(riposte.news_at);
  const save = () => {
    if (time) acts.change.mutate({ params: acts.params, body: { news_at: newsInstant(time, format.zone) } });
    setTime(undefined);
  };
  return (
    <>
      <span>
        <Trans>
          News of <b className="num">{known}</b>
        </Trans>
      </span>
      {riposte.may_edit && riposte.is_running && (
        <Button look="plain" size="small" icon="pen" onClick={() => setTime(known)}>{t`Change`}</Button>
      )}
      <Dialog
        isOpen={time !== undefined}
        onClose={() => setTime(undefined)}
        title={t`When did the news break?`}
        width="narrow"
        actions={
          <>
            <Button onClick={() => setTime(undefined)}>{t`Cancel`}</Button>
            <Button look="primary" onClick={save}>{t`Save`}</Button>
          </>
        }
      >
        <TimeField
          label={t`Time of the news`}
          value={time ?? ""}
          onChange={setTime}
          hint={t`The stopwatch counts from here.`}
        />
      </Dialog>
    </>
  );
}
