import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { CadenceBar } from "~/components/cadence-bar";
import { NetworkMark } from "~/components/network-mark";
import { cadenceTotal, WEEKLY_REFERENCE } from "~/lib/cadence";
import { spanOf } from "~/lib/days";
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
  return (
    <section className={styles.strip} aria-label={t`This week per channel`}>
      <div className={styles.total}>
        <span>
          <b className={styles.number}>{total.planned}</b>{" "}
          <Plural value={total.planned} one="placement" other="placements" />
        </span>
        <span className={styles.aside}>
          <Trans>
            {total.published} out · reference {from}–{to}
          </Trans>
        </span>
      </div>
      {data.map(({ channel, network, name, planned, published, target }) => (
        <div key={channel} className={styles.channel}>
          <div className={styles.words}>
            <NetworkMark network={network} />
            <span className={styles.name} title={name}>
              {name}
            </span>
            <span className={styles.count}>
              <b>{planned}</b>
              {target > 0 && ` / ${target}`}
            </span>
          </div>
          <CadenceBar published={published} planned={planned - published} target={target} />
        </div>
      ))}
    </section>
  );
}
