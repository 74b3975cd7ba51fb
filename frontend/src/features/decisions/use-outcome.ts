import { useLingui } from "@lingui/react/macro";
import { networkName } from "~/components/network-mark";
import { useFormat } from "~/lib/use-format";
import { type Card, departures, networksOf } from "./model";

/** What a yes does, in words: "Approve" and "Goes out Wed 25 Nov, 18:30 on Facebook and Instagram". */
export function useOutcome(card: Card): { verb: string; what: string } {
  const { t } = useLingui();
  const format = useFormat();
  if (card.money) {
    const { cost_cents, currency, line } = card.money;
    return { verb: t`Approve ${format.money(cost_cents, currency)}`, what: t`From the line ${line.name}` };
  }
  const placements = (card.post?.placements ?? []).filter(({ state }) => state !== "cancelled");
  const [first, ...later] = departures(placements);
  const where = format.list(networksOf(placements).map(networkName));
  if (!first?.at) return { verb: t`Approve`, what: where };
  const when = format.dateTime(first.at);
  return {
    verb: t`Approve`,
    what: later.length > 0 ? t`Goes out from ${when} on ${where}` : t`Goes out ${when} on ${where}`,
  };
}
