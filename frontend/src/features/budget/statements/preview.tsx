import { msg } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Fact, Facts } from "~/components/facts";
import { Select } from "~/components/field";
import { Money } from "~/components/money";
import { Note } from "~/components/note";
import { Panel } from "~/components/panel";
import { Tag } from "~/components/tag";
import { useFormat } from "~/lib/use-format";
import { LineOptions } from "../choices";
import { RequestOptions } from "../invoices/request-options";
import type { Period } from "../model";
import rows from "../rows.module.css";
import { spaced } from "../suppliers/model";
import { counts, isChanged, type Read } from "./model";
import styles from "./statements.module.css";
import type { Filing } from "./use-file";

export const kinds = {
  table: msg`Bank statement (table)`,
  coda: msg`Bank statement (CODA)`,
  camt: msg`Bank statement (CAMT.053)`,
  peppol: msg`Electronic invoice (Peppol)`,
  ads: msg`Advertising account (Meta)`,
} as const;

/** What a file says, before anything is saved. */
export function Preview({ filing, read, period }: { filing: Filing; read: Read; period: Period }) {
  const { t } = useLingui();
  const [leavesOut, setLeavesOut] = useState(false);
  const [line, setLine] = useState("");
  const [request, setRequest] = useState("");
  const [another, setAnother] = useState<readonly number[]>([]);
  const [rebooks, setRebooks] = useState(false);
  const { fresh, known, bad, changed } = counts(read, another);
  const isAds = read.kind === "ads";
  const billed = read.billed;
  const isNothing = billed ? Boolean(billed.known) : fresh === 0 && changed === 0;
  const isSomething = billed ? !billed.known : fresh > 0 || rebooks;
  const needsLine = isAds && fresh > 0;
  const mayTake = isSomething && (bad === 0 || leavesOut) && (!needsLine || line !== "");
  const take = () =>
    filing.take({
      ...(leavesOut && { leave_out_bad: "true" }),
      ...(needsLine && line && { line }),
      ...(needsLine && request && { request }),
      ...(rebooks && { rebook: "true" }),
      ...(another.length > 0 && { another: another.map(String) }),
    });
  return (
    <Panel title={t(kinds[read.kind])} aside={<span className={styles.file}>{filing.file?.name}</span>}>
      <div className={styles.settle}>
        {billed ? (
          <BilledFacts billed={billed} />
        ) : (
          <p className={styles.counts}>
            <Tag tone="primary">
              <Plural value={fresh} one="# new" other="# new" />
            </Tag>
            {known > 0 && (
              <Tag icon="check">
                <Plural value={known} one="# known already" other="# known already" />
              </Tag>
            )}
            {bad > 0 && (
              <Tag tone="bad" icon="warning">
                <Plural value={bad} one="# cannot be read" other="# cannot be read" />
              </Tag>
            )}
          </p>
        )}
        {isNothing && (
          <Note icon="check" tone="ok">
            {t`All of this is in the books already. Nothing is counted twice.`}
          </Note>
        )}
        {bad > 0 && (
          <Checkbox
            label={t`Leave out the rows that cannot be read`}
            checked={leavesOut}
            onChange={(event) => setLeavesOut(event.target.checked)}
          />
        )}
        {changed > 0 && (
          <Checkbox
            label={<Plural value={changed} one="Book # corrected amount" other="Book # corrected amounts" />}
            hint={t`The platform says another amount than before. What was booked gets a counter-entry, and the new amount is booked on the same line.`}
            checked={rebooks}
            onChange={(event) => setRebooks(event.target.checked)}
          />
        )}
        {needsLine && (
          <div className={styles.pair}>
            <Select label={t`Book it on`} value={line} onChange={(event) => setLine(event.target.value)}>
              <LineOptions period={period.id} />
            </Select>
            {line && (
              <Select
                label={t`For the approved request`}
                value={request}
                onChange={(event) => setRequest(event.target.value)}
              >
                <RequestOptions line={line} />
              </Select>
            )}
          </div>
        )}
        <div className={rows.acts}>
          <Button look="primary" icon="check" disabled={!mayTake} busy={filing.isBusy} onClick={take}>
            {billed ? t`Take the invoice in` : isAds ? t`Book it` : t`Take them in`}
          </Button>
          <Button look="quiet" onClick={filing.drop}>{t`Another file`}</Button>
        </div>
      </div>
      <ReadRows read={read} another={another} onAnother={setAnother} />
    </Panel>
  );
}

function BilledFacts({ billed }: { billed: NonNullable<Read["billed"]> }) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <div className={rows.facts}>
      <Facts>
        <Fact name={t`Supplier`}>
          {billed.supplier_name}
          {!billed.supplier && (
            <>
              {" "}
              <Tag tone="warn">{t`new`}</Tag>
            </>
          )}
        </Fact>
        <Fact name={t`Number`}>{billed.number}</Fact>
        <Fact name={t`With VAT`}>
          <Money cents={billed.net_cents + billed.vat_cents} currency={billed.currency} />
        </Fact>
        <Fact name={t`Day of the invoice`}>{format.date(billed.issued_on, "short")}</Fact>
        {billed.due_on && <Fact name={t`To be paid by`}>{format.date(billed.due_on, "short")}</Fact>}
        {billed.iban && <Fact name={t`Account to pay to (IBAN)`}>{spaced(billed.iban)}</Fact>}
        {billed.buyer_name && <Fact name={t`Addressed to`}>{billed.buyer_name}</Fact>}
      </Facts>
    </div>
  );
}

const SHOWN = 200;

/** What cannot be read stands first, then what somebody has to look at. */
const urgency = (row: { problems: readonly unknown[]; like: unknown; was: number | null }): number =>
  row.problems.length > 0 ? 2 : row.like || row.was !== null ? 1 : 0;

interface RowsProps {
  read: Read;
  another: readonly number[];
  onAnother: (another: number[]) => void;
}

function ReadRows({ read, another, onAnother }: RowsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const likeness = ({ file_name, communication }: { file_name: string; communication: string }) =>
    communication
      ? t`It is taken for the one in ${file_name}, “${communication}”: same day, amount and account.`
      : t`It is taken for the one in ${file_name}: same day, amount and account.`;
  const isAnother = (number: number) => another.includes(number);
  const listed = [
    ...read.movements.map((row) => ({ ...row, day: row.on, about: row.communication, was: null })),
    ...read.spends.map((row) => ({
      ...row,
      ...{ day: row.until, about: "", cents: -row.cents, like: null },
      was: isChanged(row) ? row.was_cents : null,
    })),
  ].sort((one, other) => urgency(other) - urgency(one) || one.number - other.number);
  return (
    <ul className={styles.rows}>
      {listed.slice(0, SHOWN).map((row) => (
        <li key={row.number} className={rows.item}>
          <div
            className={`${rows.row} ${row.is_known && row.was === null && !isAnother(row.number) ? rows.counter : ""}`}
          >
            <span className={rows.main}>
              <span className={rows.title}>{row.name || row.about || "–"}</span>
              <span className={rows.small}>
                {[row.day ? format.date(row.day, "short") : "", row.name ? row.about : ""].filter(Boolean).join(" · ")}
              </span>
              {row.problems.map((problem) => (
                <span key={problem.code} className={styles.wrong}>
                  {t`Row ${row.number}`}
                  {problem.column && `, ${problem.column}`}: {problem.message}
                </span>
              ))}
            </span>
            <span className={rows.end}>
              <Money cents={row.cents} currency={row.currency} />
              {row.was !== null ? (
                <Tag tone="warn" icon="swap">
                  <Trans>
                    was <Money cents={-row.was} currency={row.currency} />
                  </Trans>
                </Tag>
              ) : (
                row.is_known && !isAnother(row.number) && <Tag icon="check">{t`known`}</Tag>
              )}
            </span>
          </div>
          {row.like && !read.earlier && (
            <div className={styles.like}>
              <Checkbox
                label={t`This is another payment`}
                hint={likeness(row.like)}
                checked={isAnother(row.number)}
                onChange={(event) =>
                  onAnother(
                    event.target.checked ? [...another, row.number] : another.filter((each) => each !== row.number),
                  )
                }
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
