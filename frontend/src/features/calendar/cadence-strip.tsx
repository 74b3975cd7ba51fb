import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { CadenceBar } from "~/components/cadence-bar";
import { NetworkMark } from "~/components/network-mark";
import { cadenceMissing, cadenceTotal, WEEKLY_REFERENCE } from "~/lib/cadence";
import { addDays, dayOf, spanOf } from "~/lib/days";
import { openGaps } from "~/lib/gaps";
import { useFormat } from "~/lib/use-format";
import styles from "./cadence-strip.module.css";

/** The week on each channel: what is out, what is planned, what was aimed at. */
export function CadenceStrip({ monday }: { monday: string }) {
  const { t } = useLingui();
  const { zone } = useFormat();
  const { data } = useQuery(api.queryOptions("get", "/api/cadence/", { params: { query: spanOf(monday, 7, zone) } }));
  if (!data) return <div className={styles.strip} />;
  if (data.length === 0) return null; // no channel is connected yet
  const total = cadenceTotal(data);
  const { from, to } = WEEKLY_REFERENCE;
  const missing = cadenceMissing(data);
  const isOver = addDays(monday, 7) <= dayOf(new Date(), zone);
  return (
    <section className={styles.strip} aria-label={t`This week per channel`}>
      <div className={styles.total}>
        <span>
          <b className={styles.number}>{total.planned + total.outside}</b>{" "}
          <Plural value={total.planned + total.outside} one="placement" other="placements" />
        </span>
        <span className={styles.aside}>
          <Trans>
            {total.published} out · reference {from}–{to}
          </Trans>
        </span>
        {missing > 0 && !isOver && (
          <button type="button" className={styles.gaps} onClick={() => openGaps({ monday })}>
            <Plural value={missing} one="# short: show where" other="# short: show where" />
          </button>
        )}
      </div>
      {data.map(({ channel, network, name, planned, published, outside, target }) => (
        <div key={channel} className={styles.channel}>
          <div className={styles.words}>
            <NetworkMark network={network} />
            <span className={styles.name} title={name}>
              {name}
            </span>
            <span className={styles.count}>
              <b>{planned + outside}</b>
              {target > 0 && ` / ${target}`}
            </span>
          </div>
          <CadenceBar published={published} planned={planned - published} outside={outside} target={target} />
        </div>
      ))}
    </section>
  );
}
