import { useLingui } from "@lingui/react/macro";
import type { ComponentProps } from "react";
import { parseAmount } from "~/lib/amount";
import { useFormat } from "~/lib/use-format";
import { Field } from "./field";

interface Props extends Omit<ComponentProps<typeof Field>, "type" | "inputMode"> {
  /** What is in the field now, to say how it is understood. */
  typed: string;
  currency?: string;
}

/** An amount as people write it; below it stands how it is understood. */
export function AmountField({ typed, currency, hint, ...rest }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const cents = parseAmount(typed);
  const understood = cents === null || cents === 0 ? undefined : format.money(cents, currency);
  return (
    <Field
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      hint={understood ? t`That is ${understood}` : hint}
    />
  );
}
