import { useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { IconButton } from "~/components/icon-button";
import type { MenuSection } from "~/components/menu";
import { PageHeader } from "~/components/page-header";
import { Segmented } from "~/components/segmented";
import { Count } from "~/components/tag";
import { mondayOf } from "~/lib/days";
import { useFormat } from "~/lib/use-format";
import { useIsWide } from "~/lib/use-media";
import { filterCount } from "./filter";
import { LayersMenu } from "./layers/layers-menu";
import { MoreMenu } from "./more-menu";
import { type CalendarSearch, type View, views } from "./search";
import { SearchBox } from "./search-box";
import styles from "./toolbar.module.css";

interface Props {
  view: View;
  date: string;
  days: readonly string[];
  today: string;
  search: CalendarSearch;
  onChange: (change: Partial<CalendarSearch>) => void;
  /** One page before (-1) or after (1). */
  onTurn: (by: 1 | -1) => void;
  onFilter: () => void;
  onMoments: () => void;
  more: MenuSection[];
}

/** What is shown, the way to before and after, filters and views. */
export function Toolbar({ view, date, days, today, search, onChange, onTurn, onFilter, onMoments, more }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const isWide = useIsWide();
  const [first = date] = days;
  const range = () => format.dateRange(first, days.at(-1) ?? first, isWide ? "long" : "short");
  const titles: Record<View, () => string> = {
    month: () => format.date(date, "month"),
    week: range,
    day: () => format.date(date, isWide ? "long" : "short"),
    agenda: range,
  };
  const words: Record<View, string> = { month: t`Month`, week: t`Week`, day: t`Day`, agenda: t`Agenda` };
  const isNow = { month: date.startsWith(today.slice(0, 7)), week: mondayOf(date) === mondayOf(today) };
  const isHere = view === "month" || view === "week" ? isNow[view] : date === today;
  const here = isWide ? { month: t`This month`, week: t`This week`, day: t`Today`, agenda: t`Today` }[view] : t`Today`;
  const filters = filterCount(search);
  const tools = (
    <div className={styles.tools}>
      <SearchBox q={search.q} onChange={(q) => onChange({ q })} />
      <Button icon="filter" look="quiet" onClick={onFilter} className={styles.filter}>
        <span className={styles.word}>{t`Filter`}</span>
        {filters > 0 && <Count value={filters} />}
        {filters > 0 && <span className="only-read">{t`filters in use`}</span>}
      </Button>
      <LayersMenu layers={search.layers} onLayers={(layers) => onChange({ layers })} onMoments={onMoments} />
      <Segmented
        label={t`View`}
        value={view}
        onChange={(next) => onChange({ view: next })}
        options={views.map((value) => ({ value, label: words[value] }))}
        wide={!isWide}
      />
      <MoreMenu
        sections={more}
        isWhole={view === "week" && isWide ? search.cards === "whole" : undefined}
        onWhole={(cards) => onChange({ cards: cards ? "whole" : undefined })}
      />
    </div>
  );
  return (
    <>
      <PageHeader title={titles[view]()} actions={isWide && tools}>
        <span className={styles.turn}>
          <IconButton icon="left" label={t`Before`} onClick={() => onTurn(-1)} />
          <Button look="quiet" onClick={() => onChange({ date: undefined })} disabled={isHere}>
            {here}
          </Button>
          <IconButton icon="right" label={t`After`} onClick={() => onTurn(1)} />
        </span>
      </PageHeader>
      {!isWide && tools}
    </>
  );
}
