import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Panel } from "~/components/panel";
import { Tag } from "~/components/tag";
import { useFormat } from "~/lib/use-format";
import styles from "./digital.module.css";
import type { Reference, Report } from "./model";

/** Published figures beside ours, each with its source and whether it was found there. */
export function References({ figures }: { figures: Report["figures"] }) {
  const { t } = useLingui();
  const format = useFormat();
  const { data } = useQuery({
    ...api.queryOptions("get", "/api/digital-share/references/"),
    staleTime: 60 * 60_000,
  });
  const ours = figures.paid_media.actual.permille;
  const write = (value: number, { unit, currency }: Reference) =>
    unit === "permille"
      ? format.percent(value / 1000, 1)
      : unit === "cents"
        ? format.money(value, currency)
        : format.number(value);
  const shares = data?.filter(({ unit }) => unit === "permille") ?? [];
  const others = data?.filter(({ unit }) => unit !== "permille") ?? [];
  const row = (each: Reference) => (
    <li key={each.id}>
      <span className={styles.referred}>
        <span>
          {each.what} <span className="muted">{each.period}</span>
        </span>
        <strong>
          {write(each.value, each)}
          {each.most !== null && <> – {write(each.most, each)}</>}
        </strong>
      </span>
      {each.note && <p className="small muted">{each.note}</p>}
      <p className="small muted">
        {each.source_url ? (
          <a href={each.source_url} target="_blank" rel="noreferrer" className={styles.source}>
            {each.source}
            <span className="only-read"> ({t`opens in a new tab`})</span>
          </a>
        ) : (
          each.source
        )}{" "}
        {each.status === "verified" ? <Tag tone="ok">{t`verified`}</Tag> : <Tag tone="warn">{t`as given`}</Tag>}
      </p>
    </li>
  );
  return (
    <Panel title={t`To compare with`}>
      <div className={styles.body}>
        <p className={styles.referred}>
          <span>{t`Ours: paid media, spent`}</span>
          <strong>{ours === null ? "–" : format.percent(ours / 1000)}</strong>
        </p>
        <ul className={styles.references}>{shares.map(row)}</ul>
        {others.length > 0 && (
          <details className={styles.more}>
            <summary>{t`What parties spend and post`}</summary>
            <ul className={styles.references}>{others.map(row)}</ul>
          </details>
        )}
      </div>
    </Panel>
  );
}
