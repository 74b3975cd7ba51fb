import { Trans, useLingui } from "@lingui/react/macro";
import { memo } from "react";
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
import { inOrder } from "./in-order";
import { DayLayers } from "./layers/day-layers";
import { SlotLayers } from "./layers/slot-layers";
import { Near } from "./near";
import { NowLine } from "./now-line";
import { useOutsideCount, useOutsideIn } from "./outside/context";
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
/** What fills a phone's screen, the present among it; the rest of a full day follows. */
const AT_ONCE = 6;

/** A day's head, what is planned on it, and where a new post begins. */
export const AgendaDay = memo(function AgendaDay({ day, cards, clock, size, isFirst }: Props) {
  const { t } = useLingui();
  const { slug, mayWrite } = useDesk();
  const format = useFormat();
  const isToday = clock.startsWith(day);
  const entries = inOrder(cards, useOutsideIn(daySlot(day)), { now: isToday ? Date.now() : undefined });
  const start = newTime(daySlot(day), clock);
  const name = format.date(day, "weekday");
  const many = useLater(AT_ONCE);
  const each = size === "line" ? EACH_PX.line : EACH_PX.wide;
  const count = counted(cards, useOutsideCount(day));
  return (
    <section data-slot={slotKey(daySlot(day))} className={styles.day} aria-label={name}>
      <header className={`${styles.head} ${isToday ? styles.today : ""}`}>
        <div className={styles.title}>
          <h2 className={styles.name}>{name}</h2>
          {isToday && (
            <span className={styles.aside}>
              <Trans>today</Trans>
            </span>
          )}
        </div>
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
      {entries.length > 0 && (
        <Near isAlready={isFirst} height={entries.length * each}>
          <div className={styles.cards}>
            {entries.slice(0, many).map((entry) =>
              entry.kind === "card" ? (
                <div key={entry.key} className={size === "line" ? styles.line : styles.item}>
                  <Card card={entry.card} size={size} />
                </div>
              ) : entry.kind === "outside" ? (
                <OutsidePosts key={entry.key} posts={entry.posts} />
              ) : (
                <NowLine key={entry.key} />
              ),
            )}
            {many < entries.length && <div style={{ height: (entries.length - many) * each }} />}
          </div>
        </Near>
      )}
      <SlotLayers slot={daySlot(day)} />
    </section>
  );
});
