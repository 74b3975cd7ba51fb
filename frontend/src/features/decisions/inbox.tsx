import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { ErrorState } from "~/components/error-state";
import { Note } from "~/components/note";
import { SkeletonList } from "~/components/skeleton";
import { useIsWide } from "~/lib/use-media";
import { useSettled } from "~/lib/use-settled";
import { Actions } from "./actions";
import { DecisionCard } from "./card";
import styles from "./decisions.module.css";
import { InboxList } from "./inbox-list";
import { afterDeciding, type Card, place } from "./model";
import { useDecide } from "./use-decide";

interface Props {
  cards: readonly Card[];
  show: string | undefined;
  onShow: (id: string | undefined) => void;
}

/** What waits: one card at a time on a phone, list and card on a laptop. The card on screen never changes by itself. */
export function Inbox({ cards, show, onShow }: Props) {
  const isWide = useIsWide();
  const cardRef = useRef<{ focus: () => void }>(null);
  const [stale, setStale] = useState<{ id: string; message: string }>();
  const { index, before, after } = place(cards, show);
  const first = cards[0]?.id;
  const go = (id: string | undefined) => {
    if (!id) return;
    onShow(id);
    window.scrollTo({ top: 0 });
    requestAnimationFrame(() => cardRef.current?.focus());
  };
  const { isSettled, unsettle } = useSettled();
  const { decide, isBusy } = useDecide({
    onDecided: (card) => {
      unsettle();
      const next = afterDeciding(cards, card.id);
      if (next) go(next);
      else onShow(undefined);
    },
    onStale: (card, message) => setStale({ id: card.id, message }),
  });
  const waiting = cards[index];
  const single = useCard(waiting ? undefined : show);
  const card = waiting ?? single.data;
  const step = (direction: 1 | -1) => go(direction === 1 ? after : before);

  return (
    <div className={styles.desk}>
      {isWide && (
        <div className={styles.side}>
          <InboxList cards={cards} current={show} isPast={false} />
        </div>
      )}
      <div className={styles.stage}>
        {waiting && stale?.id === waiting.id && (
          <Note tone="attention" icon="warning" isUrgent>
            {stale.message}
          </Note>
        )}
        {card && !waiting && <NotWaiting card={card} onNext={first ? () => go(first) : undefined} />}
        {card ? <DecisionCard card={card} ref={cardRef} /> : <CardLoading single={single} />}
        {waiting && card && (
          <Actions
            key={card.id}
            card={card}
            isBusy={isBusy}
            isSettled={isSettled}
            decide={(verdict, comment) => {
              setStale(undefined);
              decide(card, verdict, comment);
            }}
            onStep={step}
          />
        )}
      </div>
    </div>
  );
}

/** A card by itself: from a message, or one that left the inbox while it was on screen. */
export function useCard(id: string | undefined) {
  return useQuery({
    ...api.queryOptions("get", "/api/decisions/{id}/", { params: { path: { id: id ?? "" } } }),
    enabled: Boolean(id),
  });
}

export function CardLoading({ single }: { single: ReturnType<typeof useCard> }) {
  if (single.error) return <ErrorState error={single.error} retry={() => void single.refetch()} />;
  return <SkeletonList rows={4} height={90} />;
}

function NotWaiting({ card, onNext }: { card: Card; onNext: (() => void) | undefined }) {
  const { t } = useLingui();
  const words =
    card.state === "void"
      ? t`It was changed or taken back meanwhile. This version can no longer be decided.`
      : t`This has been decided.`;
  return (
    <Note
      tone="attention"
      isUrgent
      actions={onNext && <Button size="small" onClick={onNext}>{t`Show what waits`}</Button>}
    >
      {words}
    </Note>
  );
}
