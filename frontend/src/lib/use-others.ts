import { useLingui } from "@lingui/react/macro";
import type { components } from "~/api/schema.gen";

type Request = components["schemas"]["RequestInBudget"];
type Facts = components["schemas"]["FactsOfEntry"];

/** Who may pay, and for whom, in words. */
export function useOthers() {
  const { t } = useLingui();
  const payers: Record<Request["payer"], string> = {
    own: t`We do`,
    party: t`A party`,
    union: t`A union`,
    ngo: t`An association or NGO`,
    mutuality: t`A mutuality`,
    company: t`A company`,
    person: t`A person`,
  };
  const beneficiaries: Record<Request["beneficiary"], string> = {
    own: t`For ourselves`,
    party: t`For a party`,
    candidate: t`For a candidate`,
  };
  /** Who may have paid an expense: here it matters which body it was. */
  const payersOfExpense: Record<NonNullable<Facts["payer"]>, string> = {
    ...payers,
    federation: t`A federation or section`,
    candidate: t`A candidate`,
    other: t`Somebody else`,
  };
  return { payers, payersOfExpense, beneficiaries };
}
