import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useDeferredValue, useMemo, useState } from "react";
import { Button } from "~/components/button";
import { ErrorState } from "~/components/error-state";
import type { MenuSection } from "~/components/menu";
import { daysFrom, mondayOf } from "~/lib/days";
import { toLocal } from "~/lib/local-time";
import { useFormat } from "~/lib/use-format";
import { useIsWide } from "~/lib/use-media";
import { useNow } from "~/lib/use-now";
import { Board } from "./board";
import { CadenceStrip } from "./cadence-strip";
import styles from "./calendar.module.css";
import { DeskContext } from "./desk";
import { filterCount, unfiltered } from "./filter";
import { FilterChips } from "./filter-chips";
import { Filters } from "./filters";
import { LayersContext, useLayersOf } from "./layers/use-layers";
import { useMoments } from "./layers/use-moments";
import { Legend } from "./legend";
import { MoveDialog } from "./move-dialog";
import { NothingHere } from "./nothing-here";
import { OutsideContext, useOutside } from "./outside/context";
import { AGENDA_DAYS, daysIn, turned } from "./period";
import type { CalendarSearch, SearchChange, View } from "./search";
import { Selecting } from "./select/selecting";
import { Shape } from "./shape";
import { Toolbar } from "./toolbar";
import { useCalendarCommands } from "./use-calendar-commands";
import { useCalendarDesk } from "./use-calendar-desk";
import { usePlacements } from "./use-placements";

const Moments = lazy(() => import("./layers/moments"));
const MOST_DAYS = 98;

interface Props {
  search: CalendarSearch;
  onSearch: (change: SearchChange) => void;
  /** What other screens offer for the days on show, in the menu of the toolbar. */
  more?: (days: { from: string; to: string }) => MenuSection[];
}

/** Everything that is planned and went out, by month, week, day or as an agenda. */
export function Calendar({ search, onSearch, more: others }: Props) {
  const { t } = useLingui();
  const { zone } = useFormat();
  const clock = toLocal(new Date(useNow()), zone);
  const isWide = useIsWide();
  const [isFiltering, setFiltering] = useState(false);
  const [more, setMore] = useState(0);

  const usual: View = isWide ? "week" : "agenda";
  const view = search.view ?? usual;
  const today = clock.slice(0, 10);
  const date = search.date ?? today;
  const base = daysIn(view, date);
  const [first = date] = base;
  const count = view === "agenda" ? base.length + more : base.length;
  const days = useMemo(() => daysFrom(first, count), [first, count]);
  const { query, cards, byDay } = usePlacements(first, days.length, search);
  // What lies over and beside the plan waits until the plan is there.
  const isThere = Boolean(query.data);
  // The first time its cards are drawn in pieces; afterwards each change at once.
  const isDrawn = useDeferredValue(isThere);
  // Deferred: when its answer comes, the cells are drawn again in pieces that let a finger through.
  const outside = useDeferredValue(useOutside(first, days.length, search, isThere));
  const { desk, move, moving, stopMoving, channels, people } = useCalendarDesk();
  const isWhole = search.cards === "whole";
  const isFilled = (view === "week" && !isWhole) || view === "month";
  useCalendarCommands({
    date,
    onChange: (part) => change(part),
    onTurn: (by) => turn(by),
    onFilter: () => setFiltering(true),
    isFilled: isFilled && isWide,
  });

  const moments = useMoments();
  const layers = useDeferredValue(
    useLayersOf({
      ...{ days, channels },
      layers: search.layers,
      channel: search.channel,
      openMoment: moments.openMoment,
      isThere,
    }),
  );

  const change = (part: Partial<CalendarSearch>) => {
    if ("date" in part || "view" in part) setMore(0);
    onSearch((now) => ({ ...now, ...part }));
  };
  const turn = (by: 1 | -1) => {
    setMore(0);
    onSearch((now) => ({ ...now, date: turned(now.view ?? usual, now.date ?? today, by) }));
  };
  const openDay = (day: string) => change({ view: "day", date: day });
  const filters = filterCount(search);
  const campaigns = useMemo(() => [...desk.campaigns.values()], [desk.campaigns]);

  return (
    <DeskContext value={desk}>
      <OutsideContext value={outside}>
        <LayersContext value={layers}>
          <div className={`${styles.screen} ${isFilled ? styles.filled : ""}`}>
            <Toolbar
              {...{ view, date, days, today, search }}
              onChange={change}
              onTurn={turn}
              onFilter={() => setFiltering(true)}
              onMoments={() => moments.setOpen("all")}
              more={[
                ...(moments.openMoment
                  ? [
                      {
                        items: [
                          {
                            id: "moment",
                            label: t`Add a moment here…`,
                            icon: "plus" as const,
                            onSelect: () => moments.setOpen({ day: date }),
                          },
                        ],
                      },
                    ]
                  : []),
                ...(others?.({ from: first, to: days.at(-1) ?? first }) ?? []),
              ]}
            />
            {view === "week" && <CadenceStrip monday={mondayOf(date)} />}
            <FilterChips {...{ search, onSearch, channels, people, campaigns }} />
            {query.data && cards.length === 0 && (
              <NothingHere isFiltered={filters > 0} onShowAll={() => onSearch(unfiltered)} />
            )}
            {query.error && !query.data ? (
              <ErrorState error={query.error} retry={() => void query.refetch()} />
            ) : isDrawn && query.data ? (
              <Board
                {...{ view, date, days, cards, byDay, clock }}
                isWhole={isWhole}
                onMove={move}
                onOpenDay={openDay}
              />
            ) : (
              <Shape view={isWide ? view : "agenda"} />
            )}
            {view === "agenda" && query.data && days.length + AGENDA_DAYS <= MOST_DAYS && (
              <Button wide onClick={() => setMore(more + AGENDA_DAYS)} busy={query.isPlaceholderData}>
                {t`Show two more weeks`}
              </Button>
            )}
            {isWide && <Legend cards={cards} withBars={view === "week"} />}
          </div>
          {isFiltering && (
            <Filters
              isOpen
              onClose={() => setFiltering(false)}
              search={search}
              onSearch={onSearch}
              channels={channels}
              campaigns={campaigns}
              people={people}
            />
          )}
          <Selecting cards={cards} />
          {moving && (
            <MoveDialog
              key={moving.key}
              card={moving}
              onClose={stopMoving}
              onMove={(card, local) => void move(card, local)}
            />
          )}
          <Suspense fallback={null}>
            {moments.open && <Moments open={moments.open} today={today} onClose={() => moments.setOpen(null)} />}
          </Suspense>
        </LayersContext>
      </OutsideContext>
    </DeskContext>
  );
}
