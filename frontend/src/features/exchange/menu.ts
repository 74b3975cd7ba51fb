import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useMay, useOrganisation } from "~/api/me";
import type { MenuSection } from "~/components/menu";
import { daysFrom, spanOf } from "~/lib/days";
import { download } from "~/lib/download";
import { useFormat } from "~/lib/use-format";
import { exportAddress } from "./model";

interface Asked {
  days: { from: string; to: string };
  /** The calendar's filters, as the server knows them. */
  filters: Record<string, string | undefined>;
  onFeeds: () => void;
}

/** What the calendar's menu offers to take along and to bring in. */
export function useExchangeMenu(): (asked: Asked) => MenuSection[] {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const { zone } = useFormat();
  const may = useMay();
  const navigate = useNavigate();
  const mayWrite = may("write");
  const mayPlan = may("plan");
  return ({ days, filters, onFeeds }) => {
    const count = (Date.parse(days.to) - Date.parse(days.from)) / 86_400_000 + 1;
    const span = spanOf(days.from, daysFrom(days.from, count).length, zone);
    const take = (kind: "csv" | "xlsx") => () => download(exportAddress(kind, slug, span, filters));
    const go = (to: string, search: object) => () =>
      void navigate({ to: `/${slug}/${to}` as string, search: search as never });
    const out = [
      { id: "csv", label: t`Export as CSV`, icon: "download" as const, onSelect: take("csv") },
      { id: "xlsx", label: t`Export for Excel`, icon: "download" as const, onSelect: take("xlsx") },
      {
        id: "print",
        label: t`Print the week`,
        icon: "screen" as const,
        onSelect: go("print/week", { date: days.from }),
      },
    ];
    const feeds = { id: "feeds", label: t`Feeds for other calendars…`, icon: "link" as const, onSelect: onFeeds };
    const bring = { id: "import", label: t`Import posts…`, icon: "upload" as const, onSelect: go("import", {}) };
    return [{ items: [...out, ...(mayPlan ? [feeds] : []), ...(mayWrite ? [bring] : [])] }];
  };
}
