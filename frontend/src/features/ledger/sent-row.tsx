import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Answer } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Icon } from "~/components/icon";
import { isState, StateBadge } from "~/components/state-badge";
import { When } from "~/components/when";
import { useFormat } from "~/lib/use-format";
import styles from "./ledger.module.css";

type Row = Answer<"get", "/api/channels/{id}/sent/">["results"][number];
const plain: Record<string, string> = { due: "sending", claimed: "sending", uncertain: "looking" };

/** One delivery: when, what it said, what became of it, what the network calls it. */
export function SentRow({ row, hasCosts }: { row: Row; hasCosts: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useOrganisation();
  const ended = row.corrected_at && row.state === "published" ? "corrected" : (plain[row.state] ?? row.state);
  const state = row.taken_down_at ? "taken_down" : ended;
  const text = row.texts.join("\n") || t`Without a text`;
  const dollars = format.number(row.cost_usd_micros / 1_000_000, {
    style: "currency",
    currency: "USD",
    maximumFractionDigits: 3,
  });
  return (
    <li className={styles.row}>
      <div className={styles.when}>
        <When at={row.published_at ?? row.planned_at} />
      </div>
      <div className={styles.what}>
        <Link to={`/${slug}/looks/${row.id}` as string} className={styles.text}>
          {text}
        </Link>
        <p className={styles.facts}>
          {row.texts.length > 1 && <span>{plural(row.texts.length, { one: "# part", other: "# parts" })}</span>}
          {row.pictures > 0 && <span>{plural(row.pictures, { one: "# picture", other: "# pictures" })}</span>}
          {row.calls > 1 && <span>{plural(row.calls, { one: "# call", other: "# calls" })}</span>}
          {row.remote_id && (
            <span className={styles.id} title={t`What the network calls it`}>
              {row.remote_id}
            </span>
          )}
        </p>
        {row.message && <p className={styles.message}>{row.message}</p>}
      </div>
      <div className={styles.state}>{isState(state) && <StateBadge state={state} />}</div>
      {hasCosts && (
        <div className={`num ${styles.cost}`}>
          {row.cost_usd_micros > 0 ? dollars : <span aria-hidden="true">–</span>}
        </div>
      )}
      <div className={styles.out}>
        {row.permalink && !row.taken_down_at && (
          <a href={row.permalink} target="_blank" rel="noreferrer">
            <Icon name="out" />
            <span className="only-read">
              {t`Open on the network`}: {text.slice(0, 60)}
            </span>
          </a>
        )}
      </div>
    </li>
  );
}
