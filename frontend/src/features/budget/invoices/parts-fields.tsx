import { Trans, useLingui } from "@lingui/react/macro";
import { AmountField } from "~/components/amount-field";
import { Button } from "~/components/button";
import { Select } from "~/components/field";
import { IconButton } from "~/components/icon-button";
import { Money } from "~/components/money";
import { parseAmount } from "~/lib/amount";
import { CampaignOptions, LineOptions } from "../choices";
import styles from "./invoices.module.css";
import { leftOf, onePartMore, type Part, type Whole, withRest } from "./parts";
import { RequestOptions } from "./request-options";

interface Props {
  period: string;
  currency: string;
  whole: Whole;
  parts: readonly Part[];
  onChange: (parts: Part[]) => void;
  /** Somebody has tried to send it: what is missing is said. */
  isAsked: boolean;
}

/** On which lines an invoice is booked. The only part is the whole; several say how much each, and what is still to be divided. */
export function PartsFields({ period, currency, whole, parts, onChange, isAsked }: Props) {
  const { t } = useLingui();
  const isSeveral = parts.length > 1;
  const left = leftOf(whole, isSeveral ? parts : []);
  const set = (key: number, more: Partial<Part>) =>
    onChange(parts.map((part) => (part.key === key ? { ...part, ...more } : part)));
  return (
    <>
      {parts.map((part, index) => {
        const number = index + 1;
        const filled = isSeveral && left ? withRest(part, left) : part;
        return (
          <fieldset key={part.key} className={isSeveral ? styles.part : styles.whole}>
            <legend className={isSeveral ? styles.partName : "only-read"}>{t`Part ${number}`}</legend>
            {isSeveral && (
              <span className={styles.partOut}>
                <IconButton
                  icon="close"
                  look="plain"
                  label={t`Remove part ${number}`}
                  onClick={() => onChange(parts.filter(({ key }) => key !== part.key))}
                />
              </span>
            )}
            <Select
              label={t`Line`}
              value={part.line}
              onChange={(event) => set(part.key, { line: event.target.value, request: "" })}
              error={isAsked && !part.line ? t`Choose a line.` : undefined}
            >
              <LineOptions period={period} />
            </Select>
            {part.line && (
              <Select
                label={t`For the approved request`}
                hint={t`What was promised for it is used up; what is left of it is free again.`}
                value={part.request}
                onChange={(event) => set(part.key, { request: event.target.value })}
              >
                <RequestOptions line={part.line} />
              </Select>
            )}
            <Select
              label={t`Campaign`}
              value={part.campaign}
              onChange={(event) => set(part.key, { campaign: event.target.value })}
            >
              <CampaignOptions />
            </Select>
            {isSeveral && (
              <Amounts
                typed={part}
                currency={currency}
                isAsked={isAsked}
                onChange={(typed) => set(part.key, typed)}
                onRest={filled === part ? undefined : () => set(part.key, filled)}
              />
            )}
          </fieldset>
        );
      })}
      {isSeveral && <Left left={left} currency={currency} />}
      <span>
        <Button icon="plus" look="quiet" onClick={() => onChange(onePartMore(parts, whole))}>
          {isSeveral ? t`One more part` : t`Divide it over several lines`}
        </Button>
      </span>
    </>
  );
}

interface AmountsProps {
  typed: { net: string; vat: string };
  currency: string;
  isAsked: boolean;
  onChange: (typed: { net?: string; vat?: string }) => void;
  /** The rest fits here: put it in. */
  onRest: (() => void) | undefined;
}

/** How much of it, without VAT and of VAT. */
export function Amounts({ typed, currency, isAsked, onChange, onRest }: AmountsProps) {
  const { t } = useLingui();
  const wrong = (text: string) =>
    isAsked && text.trim() !== "" && parseAmount(text) === null ? t`Write an amount such as 1 234,50.` : undefined;
  return (
    <>
      <div className={styles.amounts}>
        <AmountField
          label={t`Amount, net of VAT`}
          currency={currency}
          typed={typed.net}
          value={typed.net}
          error={wrong(typed.net)}
          onChange={(event) => onChange({ net: event.target.value })}
        />
        <AmountField
          label={t`VAT`}
          currency={currency}
          typed={typed.vat}
          value={typed.vat}
          error={wrong(typed.vat)}
          onChange={(event) => onChange({ vat: event.target.value })}
        />
      </div>
      {onRest && (
        <span>
          <Button look="quiet" onClick={onRest}>{t`The rest goes here`}</Button>
        </span>
      )}
    </>
  );
}

/** What is still to be divided, to the cent. */
export function Left({ left, currency }: { left: Whole | null; currency: string }) {
  if (left === null) return null;
  const { net_cents, vat_cents } = left;
  const isDone = net_cents === 0 && vat_cents === 0;
  return (
    <p className={isDone ? styles.done : styles.left} aria-live="polite">
      {isDone ? (
        <Trans>All of it is divided.</Trans>
      ) : net_cents < 0 || vat_cents < 0 ? (
        <Trans>
          Too much: <Money cents={Math.max(0, -net_cents)} currency={currency} /> without VAT,{" "}
          <Money cents={Math.max(0, -vat_cents)} currency={currency} /> of VAT.
        </Trans>
      ) : (
        <Trans>
          Still to be divided: <Money cents={net_cents} currency={currency} /> without VAT,{" "}
          <Money cents={vat_cents} currency={currency} /> of VAT.
        </Trans>
      )}
    </p>
  );
}
