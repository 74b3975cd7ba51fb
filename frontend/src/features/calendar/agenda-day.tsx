import { Trans, useLingui } from "@lingui/react/macro";
import { Fragment, memo } from "react";
import { Icon } from "~/components/icon";
import type { PostCard } from "~/lib/cards";
import { useFormat } from "~/lib/use-format";
import { useLater } from "~/lib/use-later";
import styles from "./agenda.module.css";
import { Card } from "./card";
import { counted } from "./counted";
import { DayCount } from "./day-count";
import { useDesk } from "./desk";
import type { Size } from "./fit";
import { DayLayers } from "./layers/day-layers";
import { SlotLayers } from "./layers/slot-layers";
import { Near } from "./near";
import { NowLine } from "./now-line";
import { useOutsideCount } from "./outside/context";
import { OutsidePosts } from "./outside/outside-posts";
import { ChooseDay } from "./select/choose-day";
import { daySlot, newTime, slotKey } from "./slots";

interface Props {
  day: string;
  cards: readonly PostCard[];
  clock: string;
  size: Size | "wide";
  /** Drawn at once, the others when they come near. */
  isFirst: boolean;
}

const EACH_PX = { wide: 104, line: 44 };
/** What fills a phone's screen; the rest of a full day follows. */
const AT_ONCE = 6;

/** A day's head, what is planned on it, and where a new post begins. */
export const AgendaDay = memo(function AgendaDay({ day, cards, clock, size, isFirst }: Props) {
  const { t } = useLingui();
  const { slug, mayWrite } = useDesk();
  const format = useFormat();
  const isToday = clock.startsWith(day);
  const next = isToday ? cards.findIndex((card) => Date.parse(card.at) > Date.now()) : -1;
  const nowAt = isToday ? (next < 0 ? cards.length : next) : -1;
  const start = newTime(daySlot(day), clock);
  const name = format.date(day, "weekday");
  const many = useLater(AT_ONCE);
  const each = size === "line" ? EACH_PX.line : EACH_PX.wide;
  const count = counted(cards, useOutsideCount(day));
  return (
    <section data-slot={slotKey(daySlot(day))} className={styles.day} aria-label={name}>
      <header className={`${styles.head} ${isToday ? styles.today : ""}`}>
        <h2 className={styles.name}>{name}</h2>
        {isToday && (
          <span className={styles.aside}>
            <Trans>today</Trans>
          </span>
        )}
        <span className={styles.count}>
          {count.posts > 0 ? <DayCount {...count} /> : <Trans>nothing planned</Trans>}
        </span>
        <ChooseDay cards={cards} name={name} />
        {mayWrite && start && (
          <a
            href={`/${slug}/posts/new?at=${encodeURIComponent(start)}`}
            className={styles.add}
            aria-label={t`New post: ${name}`}
          >
            <Icon name="plus" />
          </a>
        )}
      </header>
      <DayLayers day={day} />
      {(cards.length > 0 || isToday) && (
        <Near isAlready={isFirst} height={cards.length * each}>
          <div className={styles.cards}>
            {cards.slice(0, many).map((card, index) => (
              <Fragment key={card.key}>
                {index === nowAt && <NowLine />}
                <div className={size === "line" ? styles.line : styles.item}>
                  <Card card={card} size={size} />
                </div>
              </Fragment>
            ))}
            {many < cards.length && <div style={{ height: (cards.length - many) * each }} />}
            {nowAt === cards.length && <NowLine />}
          </div>
        </Near>
      )}
      <OutsidePosts slot={daySlot(day)} />
      <SlotLayers slot={daySlot(day)} />
    </section>
  );
});
