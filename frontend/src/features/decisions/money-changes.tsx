import { useLingui } from "@lingui/react/macro";
import { useFormat } from "~/lib/use-format";
import { useOthers } from "~/lib/use-others";
import { BeforeAfter, Words } from "./changes";
import type { Change, MoneyChange, Party } from "./model";

/** What a request asks otherwise than before. */
export function OneMoneyChange({ change }: { change: MoneyChange }) {
  const { t } = useLingui();
  const format = useFormat();
  const others = useOthers();
  const names: Record<Exclude<MoneyChange["what"], Wordy["what"]>, string> = {
    cost: t`Sum`,
    vat: t`VAT`,
    line: t`Line`,
    supplier: t`Supplier`,
    platform: t`Bought at`,
    needed_on: t`Needed on`,
    is_political: t`Political advertising`,
    payer: t`Who pays`,
    beneficiary: t`For whom`,
  };
  if (change.what === "title") return <Words what={t`What for`} runs={change.words} />;
  if (change.what === "reason") return <Words what={t`Reason`} runs={change.words} />;
  const said = (value: (typeof change)["before"]): string => {
    if (typeof value === "boolean") return value ? t`Yes` : t`No`;
    if (typeof value === "string") return change.what === "needed_on" && value ? format.date(value, "short") : value;
    if ("cents" in value) return format.money(value.cents, value.currency);
    const kinds: Record<string, string> = change.what === "payer" ? others.payers : others.beneficiaries;
    return partyWords(value, kinds);
  };
  return <BeforeAfter what={names[change.what]} before={said(change.before)} after={said(change.after)} />;
}

type Wordy = Extract<Change, { what: "title" | "reason" }>;

const partyWords = ({ kind, name }: Party, kinds: Record<string, string>) =>
  [kinds[kind] ?? kind, name].filter(Boolean).join(" ");
