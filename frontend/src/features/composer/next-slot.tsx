import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { spanOf } from "~/lib/days";
import { toLocal } from "~/lib/local-time";
import { useFormat } from "~/lib/use-format";

const AHEAD_DAYS = 28;

/** The next usual time that is free on one of the post's channels. */
export function NextSlot({ channels, onChoose }: { channels: readonly string[]; onChoose: (local: string) => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const today = toLocal(new Date(), format.zone).slice(0, 10);
  const query = spanOf(today, AHEAD_DAYS, format.zone);
  const free = useQuery(api.queryOptions("get", "/api/slots/free/", { params: { query } })).data;
  const next = free?.find((slot) => channels.includes(slot.channel));
  if (!next) return null;
  const when = `${format.date(next.local_time.slice(0, 10), "short")}, ${next.local_time.slice(11, 16)}`;
  return <Button size="small" onClick={() => onChoose(next.local_time)}>{t`Next free time: ${when}`}</Button>;
}
