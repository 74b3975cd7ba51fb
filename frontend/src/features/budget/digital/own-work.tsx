import { useLingui } from "@lingui/react/macro";
import { Panel } from "~/components/panel";
import { useFormat } from "~/lib/use-format";
import styles from "./digital.module.css";
import type { Report } from "./model";

/** What unpaid posts take: they cost no space, but they cost work. */
export function OwnWork({ report }: { report: Report }) {
  const { t } = useLingui();
  const format = useFormat();
  const { planned_cents, spent_cents } = report.own_work;
  const spent = format.money(spent_cents, report.currency);
  const planned = format.money(planned_cents, report.currency);
  return (
    <Panel title={t`Own digital work`}>
      <div className={styles.body}>
        <p className={styles.big}>{spent_cents > 0 ? spent : t`Not entered yet`}</p>
        <p className="small muted">
          {spent_cents > 0
            ? t`Spent on staff, production, newsletter, site and tools, by their digital split. Planned: ${planned}. Unpaid posts count through this work, in all costs.`
            : planned_cents > 0
              ? t`Planned: ${planned}, and nothing is booked yet. Unpaid posts take work: book the hours of the team on a staff line, with its digital split, and they count in all costs.`
              : t`Unpaid posts take work. Plan a line for staff or production with its digital split, and book the hours there: then they count in all costs.`}
        </p>
      </div>
    </Panel>
  );
}
