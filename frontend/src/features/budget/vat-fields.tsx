import { Trans, useLingui } from "@lingui/react/macro";
import type { ComponentProps } from "react";
import { useOrganisation } from "~/api/me";
import { AmountField } from "~/components/amount-field";
import { Button } from "~/components/button";
import { Money } from "~/components/money";
import { parseAmount, percentOf, writeAmount } from "~/lib/amount";
import { useFormat } from "~/lib/use-format";
import styles from "./form.module.css";
import { ratesIn } from "./model";
import { useCountry } from "./queries";

interface Props {
  currency: string;
  /** What stands in the fields now. */
  net: string;
  vat: string;
  onVat: (typed: string) => void;
  netProps: Partial<ComponentProps<typeof AmountField>>;
  vatProps: Partial<ComponentProps<typeof AmountField>>;
}

/** Net amount and VAT, with the country's usual rates one press away, and what both make together. */
export function VatFields({ currency, net, vat, onVat, netProps, vatProps }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { recovers_vat: recovers } = useOrganisation();
  const rates = ratesIn(useCountry());
  const cents = parseAmount(net);
  const whole = cents === null ? null : cents + (parseAmount(vat) ?? 0);
  return (
    <>
      <div className={styles.pair}>
        <AmountField label={t`Amount, net of VAT`} currency={currency} {...netProps} typed={net} />
        <AmountField label={t`VAT`} currency={currency} {...vatProps} typed={vat} />
      </div>
      <div className={styles.rates}>
        {rates.map((rate) => (
          <Button
            key={rate}
            size="small"
            look="quiet"
            disabled={cents === null}
            onClick={() => cents !== null && onVat(writeAmount(percentOf(cents, rate)))}
          >
            {t`VAT ${format.percent(rate / 100)}`}
          </Button>
        ))}
      </div>
      {whole !== null && whole > 0 && (
        <p className={styles.total} aria-live="polite">
          <Trans>
            <Money cents={whole} currency={currency} /> with VAT
          </Trans>
          {". "}
          {recovers ? t`The line pays the amount without VAT.` : t`The line pays the amount with VAT.`}
        </p>
      )}
    </>
  );
}
