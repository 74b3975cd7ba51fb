import { useLingui } from "@lingui/react/macro";
import * as v from "valibot";
import { writeAmount } from "~/lib/amount";
import { amount, vatAmount } from "~/lib/amount-schema";
import type { Request } from "./model";

/** What a request for money needs before it is sent; the server judges the rest. */
export function useAskSchema() {
  const { t } = useLingui();
  return v.object({
    line: v.pipe(
      v.string(),
      v.nonEmpty(() => t`Choose a line.`),
    ),
    title: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(() => t`Say what it is for.`),
      v.maxLength(160),
    ),
    reason: v.pipe(v.string(), v.trim(), v.maxLength(2000)),
    supplier: v.pipe(v.string(), v.trim(), v.maxLength(160)),
    platform: v.string(),
    is_political: v.boolean(),
    net_cents: amount({ least: 1 }),
    vat_cents: vatAmount(),
    needed_on: v.string(),
    campaign: v.string(),
    payer: v.string(),
    payer_name: v.pipe(v.string(), v.trim(), v.maxLength(160)),
    beneficiary: v.string(),
    beneficiary_name: v.pipe(v.string(), v.trim(), v.maxLength(160)),
  });
}

export type Asked = v.InferOutput<ReturnType<typeof useAskSchema>>;

/** What stands in the form at first. */
export const startOf = (request: Request | undefined) => ({
  line: request?.line ?? "",
  title: request?.title ?? "",
  reason: request?.reason ?? "",
  supplier: request?.supplier ?? "",
  platform: request?.platform ?? "",
  is_political: request?.is_political ?? true,
  net_cents: request ? writeAmount(request.net_cents) : "",
  vat_cents: request ? writeAmount(request.vat_cents) : "",
  needed_on: request?.needed_on ?? "",
  campaign: request?.campaign?.id ?? "",
  payer: (request?.payer ?? "own") as string,
  payer_name: request?.payer_name ?? "",
  beneficiary: (request?.beneficiary ?? "own") as string,
  beneficiary_name: request?.beneficiary_name ?? "",
});

export type Prefill = Partial<ReturnType<typeof startOf>>;
