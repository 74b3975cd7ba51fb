import { Trans, useLingui } from "@lingui/react/macro";
import { Money } from "~/components/money";
import { Panel } from "~/components/panel";
import { Tag } from "~/components/tag";
import { useFormat } from "~/lib/use-format";
import type { Scope } from "../search";
import styles from "./digital.module.css";
import type { Report } from "./model";

/** What will have been spent at the end, and how digital that is. */
export function Forecast({ report, figures, scope }: { report: Report; figures: Report["figures"]; scope: Scope }) {
  const { t } = useLingui();
  const format = useFormat();
  const { forecast, currency, target_permille: target } = report;
  const goal = format.percent(target / 1000, 1);
  const rest = scope === "campaign" ? t`Waits for a decision` : t`Still in the plan`;
  const rows = [
    { name: t`Spent`, cents: forecast.spent_cents },
    { name: t`Promised`, cents: forecast.committed_cents },
    { name: rest, cents: forecast.rest_cents },
  ];
  return (
    <Panel title={scope === "campaign" ? t`At the end of the campaign` : t`At the end of the period`}>
      <div className={styles.body}>
        <dl className={styles.sums}>
          {rows.map(({ name, cents }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Money cents={cents} currency={currency} />
              </dd>
            </div>
          ))}
          <div className={styles.sum}>
            <dt>{t`Expected in all`}</dt>
            <dd>
              <Money cents={forecast.total_cents} currency={currency} />
            </dd>
          </div>
        </dl>
        <ul className={styles.ends}>
          {(["paid_media", "full_cost"] as const).map((figure) => {
            const share = figures[figure].forecast;
            return (
              <li key={figure}>
                <span>
                  {figure === "paid_media" ? t`Paid media` : t`All costs`}
                  <small>
                    <Trans>
                      <Money cents={share.digital_cents} currency={currency} /> of{" "}
                      <Money cents={share.all_cents} currency={currency} />
                    </Trans>
                  </small>
                </span>
                <strong>{share.permille === null ? "–" : format.percent(share.permille / 1000)}</strong>
                {share.permille !== null &&
                  (share.short_cents > 0 ? (
                    <Tag tone="warn" icon="warning">
                      {t`${format.money(share.short_cents, currency)} short of ${goal}`}
                    </Tag>
                  ) : (
                    <Tag tone="ok" icon="check">
                      {t`Target of ${goal} reached`}
                    </Tag>
                  ))}
              </li>
            );
          })}
        </ul>
        <p className="small muted">
          {t`Spent and promised, and what each line’s plan still leaves. Not a guess from the pace so far.`}
        </p>
      </div>
    </Panel>
  );
}
