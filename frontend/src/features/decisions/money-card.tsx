import { Trans, useLingui } from "@lingui/react/macro";
import { Bar } from "~/components/bar";
import { Fact, Facts } from "~/components/facts";
import { Icon } from "~/components/icon";
import { Money } from "~/components/money";
import { Note } from "~/components/note";
import { useFormat } from "~/lib/use-format";
import { useOthers } from "~/lib/use-others";
import { GoalFact } from "./goal-fact";
import type { Card, Request } from "./model";
import styles from "./money-card.module.css";
import { MoneyDocuments } from "./money-documents";

/** How much, for what, and what it does to its line. */
export function MoneyAmount({ money }: { money: Request }) {
  const { t } = useLingui();
  const { currency, line } = money;
  const used = line.committed_cents + line.spent_cents;
  const format = useFormat();
  const spent = format.money(used, currency);
  const planned = format.money(line.planned_cents, currency);
  return (
    <div className={styles.amount}>
      <h3 className={styles.title}>{money.title}</h3>
      <p className={styles.sum}>
        <strong>
          <Money cents={money.cost_cents} currency={currency} />
        </strong>
        <span>
          <CostBasis money={money} />
        </span>
      </p>
      <div className={styles.line}>
        <p className={styles.lineName}>
          <span>{line.name}</span>
          <span className={line.left_after_cents < 0 ? styles.over : ""}>
            {line.left_after_cents < 0 ? (
              <Trans>
                <Money cents={-line.left_after_cents} currency={currency} /> over the plan
              </Trans>
            ) : (
              <Trans>
                <Money cents={line.left_after_cents} currency={currency} /> left after this
              </Trans>
            )}
          </span>
        </p>
        <Bar
          label={t`${line.name}: ${spent} of ${planned} used so far`}
          planned={line.planned_cents}
          committed={used + money.cost_cents}
          spent={used}
          tone={line.digital_permille >= 500 ? "digital" : "other"}
        />
        <p className={styles.legend}>
          <Trans>
            Now <Money cents={line.left_cents} currency={currency} /> left of{" "}
            <Money cents={line.planned_cents} currency={currency} />
          </Trans>
        </p>
      </div>
      {money.reason && (
        <div>
          <p className={styles.legend}>{t`Reason`}</p>
          <p className={styles.reason}>{money.reason}</p>
        </div>
      )}
    </div>
  );
}

/** How the sum counts, and what it is the other way. */
export function CostBasis({ money }: { money: Request }) {
  const { currency, vat_cents, net_cents, gross_cents } = money;
  if (vat_cents === 0) return <Trans>no VAT</Trans>;
  return money.vat === "included" ? (
    <Trans>
      VAT included, <Money cents={net_cents} currency={currency} /> without
    </Trans>
  ) : (
    <Trans>
      without VAT, <Money cents={gross_cents} currency={currency} /> with
    </Trans>
  );
}

export function MoneyFacts({ money, serves }: { money: Request; serves: Card["serves"] }) {
  const { t } = useLingui();
  const others = useOthers();
  const format = useFormat();
  return (
    <>
      <Facts>
        <Fact name={t`Supplier`}>{money.supplier || "–"}</Fact>
        {money.payer !== "own" && (
          <Fact name={t`Who pays`}>
            {others.payers[money.payer]} {money.payer_name}
          </Fact>
        )}
        {money.beneficiary !== "own" && (
          <Fact name={t`For whom`}>
            {others.beneficiaries[money.beneficiary]} {money.beneficiary_name}
          </Fact>
        )}
        {money.needed_on && <Fact name={t`Needed on`}>{format.date(money.needed_on, "short")}</Fact>}
        <Fact name={t`Period`}>{money.period.name}</Fact>
        <GoalFact serves={serves} />
      </Facts>
      <MoneyDocuments request={money.id} />
      <Rules money={money} />
    </>
  );
}

/** Both digital shares of what is spent or promised, without and with this request. */
export function ShareEffect({ money }: { money: Request }) {
  const { t } = useLingui();
  const format = useFormat();
  const target = format.percent(money.target_permille / 1000, 0);
  const rows = [
    { name: t`Paid media`, effect: money.share_effect.paid_media },
    { name: t`All costs`, effect: money.share_effect.full_cost },
  ];
  const percent = (permille: number | null) => (permille === null ? "–" : format.percent(permille / 1000));
  return (
    <section className={styles.effect}>
      <h3>
        <Trans>Digital share of what is spent or promised</Trans>
      </h3>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{t`Now`}</th>
            <th scope="col">{t`With this`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, effect }) => {
            const change = (effect.if_approved.permille ?? 0) - (effect.now.permille ?? 0);
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{percent(effect.now.permille)}</td>
                <td className={styles.then}>
                  {change !== 0 && <Icon name={change > 0 ? "up" : "down"} size={12} />}
                  {percent(effect.if_approved.permille)}
                  <span className="only-read">{change > 0 ? t`higher` : change < 0 ? t`lower` : t`the same`}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.legend}>
        <Trans>Target {target}</Trans>
      </p>
    </section>
  );
}

/** Rules that forbid it stand in sight; what is only good to know is one press away. */
function Rules({ money }: { money: Request }) {
  const blocking = money.findings.filter(({ effect }) => effect === "block");
  const others = money.findings.filter(({ effect }) => effect !== "block");
  return (
    <>
      <Findings rules={blocking} />
      {others.length > 0 && (
        <details className={styles.law}>
          <summary>
            <Trans>Rules to know</Trans>
          </summary>
          <Findings rules={others} />
        </details>
      )}
    </>
  );
}

function Findings({ rules }: { rules: Request["findings"] }) {
  const { t } = useLingui();
  return rules.map((rule) => {
    const isBlocked = rule.effect === "block";
    return (
      <div key={rule.id} className={styles.rule}>
        <Note tone={isBlocked ? "broken" : "plain"} icon={isBlocked ? "refused" : "info"}>
          <p>{rule.summary}</p>
          <p className="small">
            <a href={rule.source_url} target="_blank" rel="noreferrer">
              {rule.source}
              <span className="only-read"> ({t`opens in a new tab`})</span>
            </a>
          </p>
        </Note>
      </div>
    );
  });
}
