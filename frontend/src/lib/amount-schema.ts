import { t } from "@lingui/core/macro";
import * as v from "valibot";
import { parseAmount } from "./amount";

const MOST_CENTS = 100_000_000_000;

/** A field with an amount: text in, cents out. `least`: in cents. `orNothing`: an empty field counts as 0. */
export const amount = ({ least = 0, orNothing = false }: { least?: number; orNothing?: boolean } = {}) =>
  v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const text = dataset.value.trim();
      if (orNothing && text === "") return 0;
      const cents = parseAmount(text);
      const problem =
        cents === null
          ? t`Write an amount such as 1 234,50.`
          : cents < least
            ? t`The amount has to be above zero.`
            : cents > MOST_CENTS
              ? t`This is more than can be booked. Check the figures.`
              : undefined;
      if (problem === undefined) return cents ?? 0;
      addIssue({ message: problem });
      return NEVER;
    }),
  );

/** A field with an amount of VAT. An empty one is asked after: what counts is the real cost, and nothing is not the same as not known. */
export const vatAmount = () =>
  v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty(() => t`Say how much VAT comes with it. If none does, press 0%.`),
    amount(),
  );
