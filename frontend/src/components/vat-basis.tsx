import { useLingui } from "@lingui/react/macro";
import { useOrganisation } from "~/api/me";

/** How the amounts beside it count: with VAT, unless the organisation recovers it. */
export function VatBasis() {
  const { t } = useLingui();
  return <>{useOrganisation().recovers_vat ? t`without VAT` : t`VAT included`}</>;
}
