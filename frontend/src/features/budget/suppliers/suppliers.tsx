import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { useMay, useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Fact, Facts } from "~/components/facts";
import { Icon } from "~/components/icon";
import { Money } from "~/components/money";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { Tag } from "~/components/tag";
import page from "../budget.module.css";
import rows from "../rows.module.css";
import { AccountDialog } from "./account-dialog";
import { Accounts } from "./accounts";
import { MergeDialog } from "./merge-dialog";
import { type Supplier, useSuppliers, waits } from "./model";
import { SupplierDialog } from "./supplier-dialog";
import { UntiedNames } from "./untied";

interface Props {
  currency: string;
  /** The one opened. */
  open: string | undefined;
  onOpen: (supplier: string | undefined) => void;
}

/** Who is paid, under which names, to which accounts. */
export default function Suppliers({ currency, open, onOpen }: Props) {
  const { t } = useLingui();
  const mayKeep = useMay()("keep_money");
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useSuppliers();
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonList rows={6} height={60} />;
  const add = mayKeep && <Button icon="plus" onClick={() => setAdding(true)}>{t`Add a supplier`}</Button>;
  const sorted = [...data].sort((one, other) => Number(waits(other)) - Number(waits(one)));
  return (
    <div className={page.page}>
      <Panel title={t`Suppliers`} aside={data.length > 0 && add}>
        {data.length === 0 ? (
          <Empty icon="person" title={t`No supplier yet`} action={add}>
            {t`Carillon then sees orders from one supplier together, and has a second person look at each new account number.`}
          </Empty>
        ) : (
          <ul>
            {sorted.map((supplier) => (
              <SupplierRow
                key={supplier.id}
                supplier={supplier}
                currency={currency}
                isOpen={supplier.id === open}
                onToggle={() => onOpen(supplier.id === open ? undefined : supplier.id)}
              />
            ))}
          </ul>
        )}
      </Panel>
      {mayKeep && <UntiedNames suppliers={data} />}
      <SupplierDialog isOpen={isAdding} onClose={() => setAdding(false)} />
    </div>
  );
}

interface RowProps {
  supplier: Supplier;
  currency: string;
  isOpen: boolean;
  onToggle: () => void;
}

function SupplierRow({ supplier, currency, isOpen, onToggle }: RowProps) {
  const { t } = useLingui();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  return (
    <li ref={row} className={rows.item}>
      <button type="button" className={rows.row} aria-expanded={isOpen} onClick={onToggle}>
        <Icon name={isOpen ? "up" : "down"} className={rows.arrow} />
        <span className={rows.main}>
          <span className={rows.title}>{supplier.name}</span>
          {supplier.company_number && <span className={rows.small}>{supplier.company_number}</span>}
        </span>
        <span className={rows.end}>
          <span>
            <Trans>
              <Money cents={supplier.spent_cents} currency={currency} /> spent
            </Trans>
          </span>
          {waits(supplier) && (
            <Tag tone="warn" icon="clock">
              {t`Account number to confirm`}
            </Tag>
          )}
          {!supplier.is_active && <Tag>{t`No longer used`}</Tag>}
        </span>
      </button>
      {isOpen && <Opened supplier={supplier} />}
    </li>
  );
}

function Opened({ supplier }: { supplier: Supplier }) {
  const { t } = useLingui();
  const { name: organisation } = useOrganisation();
  const mayKeep = useMay()("keep_money");
  const [open, setOpen] = useState<"change" | "account" | "merge">();
  const close = () => setOpen(undefined);
  return (
    <div className={rows.opened}>
      <div className={rows.facts}>
        <Facts>
          <Fact name={t`Company number`}>{supplier.company_number || "–"}</Fact>
          <Fact name={t`E-mail`}>
            {supplier.email ? <a href={`mailto:${supplier.email}`}>{supplier.email}</a> : "–"}
          </Fact>
          <Fact name={t`Names in the books of ${organisation}`} wide>
            {supplier.names.join(" · ") || "–"}
          </Fact>
        </Facts>
      </div>
      <Accounts supplier={supplier} />
      {mayKeep && (
        <div className={rows.acts}>
          <Button icon="plus" onClick={() => setOpen("account")}>{t`New account number`}</Button>
          <Button icon="pen" onClick={() => setOpen("change")}>{t`Change`}</Button>
          <Button icon="swap" look="quiet" onClick={() => setOpen("merge")}>{t`Join with another`}</Button>
        </div>
      )}
      <SupplierDialog supplier={supplier} isOpen={open === "change"} onClose={close} />
      <AccountDialog supplier={supplier} isOpen={open === "account"} onClose={close} />
      <MergeDialog supplier={supplier} isOpen={open === "merge"} onClose={close} />
    </div>
  );
}
