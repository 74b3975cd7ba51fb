import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { Icon } from "~/components/icon";
import { type PostCard, postCount } from "~/lib/cards";
import { useFormat } from "~/lib/use-format";
import styles from "./agenda.module.css";
import { Card } from "./card";
import { useDesk } from "./desk";
import { useDrop } from "./drag";
import type { Size } from "./fit";
import { DayLayers } from "./layers/day-layers";
import { SlotLayers } from "./layers/slot-layers";
import { NowLine } from "./now-line";
import { daySlot, newTime } from "./slots";
import type { CardsByDay } from "./use-placements";

interface Props {
  days: readonly string[];
  byDay: CardsByDay;
  clock: string;
  /** "wide": whole first lines; "line": a week at a glance on a phone. */
  size: Size | "wide";
}

/** Day under day, one post under the other. Days without anything are one line. */
export function Agenda({ days, byDay, clock, size }: Props) {
  return (
    <div className={styles.agenda}>
      {days.map((day) => (
        <AgendaDay key={day} day={day} cards={byDay.get(day) ?? []} clock={clock} size={size} />
      ))}
    </div>
  );
}

function AgendaDay({
  day,
  cards,
  clock,
  size,
}: { day: string; cards: readonly PostCard[] } & Pick<Props, "clock" | "size">) {
  const { t } = useLingui();
  const { slug, mayWrite } = useDesk();
  const format = useFormat();
  const drop = useDrop(daySlot(day));
  const isToday = clock.startsWith(day);
  const isPast = day < clock.slice(0, 10);
  const next = isToday ? cards.findIndex((card) => Date.parse(card.at) > Date.now()) : -1;
  const nowAt = isToday ? (next < 0 ? cards.length : next) : -1;
  const start = newTime(daySlot(day), clock);
  const name = format.date(day, "weekday");
  const count = postCount(cards);
  return (
    <section
      ref={drop.ref}
      className={`${styles.day} ${drop.isOver ? (isPast ? styles.refused : styles.over) : ""}`}
      aria-label={name}
    >
      <header className={`${styles.head} ${isToday ? styles.today : ""}`}>
        <h2 className={styles.name}>{name}</h2>
        {isToday && (
          <span className={styles.aside}>
            <Trans>today</Trans>
          </span>
        )}
        <span className={styles.count}>
          {count > 0 ? <Plural value={count} one="# post" other="# posts" /> : <Trans>nothing planned</Trans>}
        </span>
        {mayWrite && start && (
          <Link
            to={`/${slug}/posts/new` as string}
            search={{ at: start } as never}
            preload={false}
            className={styles.add}
            aria-label={t`New post: ${name}`}
          >
            <Icon name="plus" />
          </Link>
        )}
      </header>
      <DayLayers day={day} />
      {(cards.length > 0 || isToday) && (
        <div className={styles.cards}>
          {cards.map((card, index) => (
            <Fragment key={card.key}>
              {index === nowAt && <NowLine />}
              <div className={size === "line" ? styles.line : styles.item}>
                <Card card={card} size={size} />
              </div>
            </Fragment>
          ))}
          {nowAt === cards.length && <NowLine />}
        </div>
      )}
      <SlotLayers slot={daySlot(day)} />
    </section>
  );
}
