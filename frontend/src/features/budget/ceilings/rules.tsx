import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Panel } from "~/components/panel";
import { Tag } from "~/components/tag";
import { useFormat } from "~/lib/use-format";
import { useMedia } from "../queries";
import styles from "./ceilings.module.css";
import type { RuleInForce } from "./model";

/** The rules that concern the organisation: what is refused first, then what is only good to know. */
export function RulesPanel() {
  const { t } = useLingui();
  const { data } = useQuery({ ...api.queryOptions("get", "/api/rules/"), staleTime: 60 * 60_000 });
  if (!data) return null;
  const stopped = data.filter(({ effect }) => effect === "block");
  const others = data.filter(({ effect }) => effect !== "block");
  return (
    <Panel title={t`What the law and the networks allow`}>
      <div className={styles.body}>
        <p className="small muted">{t`Not legal advice. Each rule has its date and its source: look there before you rely on it.`}</p>
        <Rules title={t`Refused by Carillon`} rules={stopped} />
        <details className={styles.more}>
          <summary>{t`Good to know`}</summary>
          <Rules rules={others} />
        </details>
      </div>
    </Panel>
  );
}

function Rules({ title, rules }: { title?: string; rules: readonly RuleInForce[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const media = useMedia();
  return (
    <>
      {title && <h3 className={styles.group}>{title}</h3>}
      <ul>
        {rules.map((rule) => {
          const since = format.date(rule.since, "numeric");
          const checked = format.date(rule.checked_on, "numeric");
          const instead = rule.alternatives.map((code) => media.get(code)?.label ?? code).join(", ");
          return (
            <li key={rule.id} className={styles.rule}>
              <p>
                {rule.platform && <strong>{rule.platform}: </strong>}
                {rule.summary} {rule.status === "expected" && <Tag tone="warn">{t`expected`}</Tag>}
              </p>
              {instead && <p className="small">{t`Lawful instead, and digital: ${instead}.`}</p>}
              <p className="small muted">
                {t`Since ${since}, checked on ${checked}.`}{" "}
                <a href={rule.source_url} target="_blank" rel="noreferrer">
                  {rule.source}
                  <span className="only-read"> ({t`opens in a new tab`})</span>
                </a>
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}
