import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { useOrganisation } from "~/api/me";
import { Button, buttonClass } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Select } from "~/components/field";
import { currentLocale, isLocale, localeNames } from "~/lib/locale";
import type { Period } from "../model";
import { addressOf, type Kind, type Table } from "./address";
import styles from "./export.module.css";

interface Props {
  period: Period;
  onClose: () => void;
}

/** The board's page, a workbook, or one table: each a file. */
export default function ExportDialog({ period, onClose }: Props) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const [language, setLanguage] = useState(currentLocale);
  const [table, setTable] = useState<Table>("lines");
  const [separator, setSeparator] = useState("semicolon");
  const names: Record<Table, string> = {
    lines: t`Lines`,
    ledger: t`Expenses and promises`,
    payments: t`Payments and refunds`,
    requests: t`Requests`,
    hours: t`Hours of work`,
    months: t`Digital share by month`,
  };
  const take = (kind: Kind, more: Record<string, string> = {}) => (
    <a className={buttonClass()} href={addressOf(period.id, kind, { organisation: slug, language, ...more })} download>
      {t`Download`}
      <span className="only-read">{kind}</span>
    </a>
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Export “${period.name}”`}
      actions={<Button onClick={onClose}>{t`Close`}</Button>}
    >
      <div className={styles.body}>
        <Select
          label={t`Language of the file`}
          value={language}
          onChange={({ target: { value } }) => isLocale(value) && setLanguage(value)}
        >
          {Object.entries(localeNames).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
        <Choice
          title={t`Page for the board (PDF)`}
          what={t`One A4 page to print: both digital shares, hours of work, the lines, the months, what waits.`}
          take={take("board.pdf")}
        />
        <Choice
          title={t`Workbook (Excel)`}
          what={t`Lines, expenses, payments, requests, hours and months as sheets, with real numbers and dates.`}
          take={take("export.xlsx")}
        />
        <Choice
          title={t`Table (CSV)`}
          what={t`One table for another program.`}
          take={take("export.csv", { table, separator })}
        >
          <div className={styles.pair}>
            <Select label={t`Which table`} value={table} onChange={({ target: { value } }) => setTable(value as Table)}>
              {Object.entries(names).map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
            <Select
              label={t`Between the columns`}
              value={separator}
              onChange={({ target: { value } }) => setSeparator(value)}
            >
              <option value="semicolon">{t`Semicolon, amounts as 12,50`}</option>
              <option value="comma">{t`Comma, amounts as 12.50`}</option>
              <option value="tab">{t`Tab, amounts as 12,50`}</option>
            </Select>
          </div>
        </Choice>
      </div>
    </Dialog>
  );
}

function Choice({
  title,
  what,
  take,
  children,
}: {
  title: string;
  what: string;
  take: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section className={styles.choice}>
      <div className={styles.words}>
        <h3>{title}</h3>
        <p className="small muted">{what}</p>
      </div>
      {take}
      {children && <div className={styles.more}>{children}</div>}
    </section>
  );
}
