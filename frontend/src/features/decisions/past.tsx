import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { Button } from "~/components/button";
import { useIsWide } from "~/lib/use-media";
import { DecisionCard } from "./card";
import styles from "./decisions.module.css";
import { CardLoading, useCard } from "./inbox";
import { InboxList } from "./inbox-list";
import type { Card } from "./model";

interface Props {
  cards: readonly Card[];
  show: string | undefined;
  onShow: (id: string | undefined) => void;
  /** Read further back; without it there is nothing more. */
  onMore: (() => void) | undefined;
  busy: boolean;
}

/** What was decided, by whom, when, and about which version. */
export function Past({ cards, show, onShow, onMore, busy }: Props) {
  const { t } = useLingui();
  const isWide = useIsWide();
  const first = cards[0]?.id;
  const single = useCard(show);
  useEffect(() => {
    if (isWide && !show && first) onShow(first);
  }, [isWide, show, first, onShow]);
  return (
    <div className={styles.desk}>
      {(isWide || !show) && (
        <div className={styles.side}>
          <InboxList cards={cards} current={show} isPast />
          {onMore && (
            <Button wide busy={busy} onClick={onMore}>
              {t`Show earlier decisions`}
            </Button>
          )}
        </div>
      )}
      {show && (
        <div className={styles.stage}>
          {!isWide && (
            <Button look="plain" icon="left" onClick={() => onShow(undefined)}>
              {t`Back to the list`}
            </Button>
          )}
          {single.data ? <DecisionCard card={single.data} /> : <CardLoading single={single} />}
        </div>
      )}
    </div>
  );
}
