import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { Tag } from "~/components/tag";
import { toast, toastProblem } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import { useMoneyAgain } from "../queries";
import { type Account, inUse, type Supplier, spaced } from "./model";
import styles from "./suppliers.module.css";

/** The account numbers of a supplier; one that nobody else has seen is put to those who may confirm it. */
export function Accounts({ supplier }: { supplier: Supplier }) {
  const { t } = useLingui();
  const accounts = inUse(supplier.accounts);
  if (accounts.length === 0) return <p className={styles.small}>{t`No account number is known yet.`}</p>;
  return (
    <ul className={styles.accounts}>
      {accounts.map((account) => (
        <AccountRow key={account.id} account={account} supplier={supplier} />
      ))}
    </ul>
  );
}

function AccountRow({ account, supplier }: { account: Account; supplier: Supplier }) {
  const { t } = useLingui();
  const format = useFormat();
  const may = useMay();
  const again = useMoneyAgain();
  const [asks, setAsks] = useState<"confirm" | "retire">();
  const close = () => setAsks(undefined);
  const settled = {
    onSuccess: () => {
      toast(t`The account number is settled.`);
      again();
    },
    onError: toastProblem,
    onSettled: close,
  };
  const confirm = useMutation(api.mutationOptions("post", "/api/supplier-accounts/{id}/confirm/", settled));
  const retire = useMutation(api.mutationOptions("post", "/api/supplier-accounts/{id}/retire/", settled));
  const init = { params: { path: { id: account.id } } };
  const isProposed = account.state === "proposed";
  const replaced = supplier.accounts.find(({ id }) => id === account.replaces);
  const number = spaced(account.iban);
  const day = format.date(account.entered_at, "short");
  const by = account.entered_by_name;
  return (
    <li className={styles.account}>
      <span className={styles.words}>
        <span className={styles.iban}>{number}</span>
        <span className={styles.small}>
          {account.holder && `${account.holder} · `}
          {isProposed
            ? t`entered by ${by}, ${day}`
            : t`confirmed by ${account.confirmed_by_name}, ${format.date(account.confirmed_at ?? account.entered_at, "short")}`}
        </span>
        {isProposed && replaced && (
          <span className={styles.small}>{t`It would replace ${spaced(replaced.iban)}.`}</span>
        )}
      </span>
      <Tag tone={isProposed ? "warn" : "ok"} icon={isProposed ? "clock" : "check"}>
        {isProposed ? t`Waits for a second person` : t`Confirmed`}
      </Tag>
      <span className={styles.acts}>
        {isProposed && account.may_be_confirmed && may("decide_money") && (
          <Button size="small" icon="check" onClick={() => setAsks("confirm")}>{t`Confirm`}</Button>
        )}
        {may("keep_money") && (
          <Button size="small" look="quiet" onClick={() => setAsks("retire")}>{t`No longer used`}</Button>
        )}
      </span>
      <ConfirmDialog
        isOpen={asks === "confirm"}
        onClose={close}
        onConfirm={() => confirm.mutate(init)}
        busy={confirm.isPending}
        title={t`Is ${number} the account of ${supplier.name}?`}
        confirm={t`Yes, I have checked it`}
      >
        {t`Ask the supplier by telephone, on a number you knew before this account number came. Then confirm it.`}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asks === "retire"}
        onClose={close}
        onConfirm={() => retire.mutate(init)}
        busy={retire.isPending}
        danger
        title={t`Use ${number} no more?`}
        confirm={t`No longer used`}
      >
        {t`Carillon will warn of payments to it. If you enter the number again later, it waits for a second person again.`}
      </ConfirmDialog>
    </li>
  );
}
