import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Note } from "~/components/note";
import { useFormat } from "~/lib/use-format";

const SOON_DAYS = 365;

/** Where the law lets only a part of a ceiling go to paid reach online, a share beyond it cannot be reached by buying. */
export function OnlineLimits() {
  const { t } = useLingui();
  const format = useFormat();
  const { data } = useQuery(api.queryOptions("get", "/api/ceilings/"));
  const limited = (data ?? []).filter(
    ({ online_permille, state, days_left }) =>
      online_permille !== null && (state === "running" || (state === "ahead" && days_left <= SOON_DAYS)),
  );
  return limited.map(({ id, name, starts_on, ends_on, currency, online_permille, online_cents, online_cap_cents }) => {
    const days = format.dateRange(starts_on, ends_on);
    const most = format.percent((online_permille ?? 0) / 1000);
    const used = format.money(online_cents, currency);
    const cap = format.money(online_cap_cents ?? 0, currency);
    return (
      <Note key={id} icon="info">
        {t`“${name}” (${days}): the law lets at most ${most} of this ceiling go to paid reach online. ${used} of ${cap} are promised or spent. More digital than that comes from your own work and channels.`}
      </Note>
    );
  });
}
