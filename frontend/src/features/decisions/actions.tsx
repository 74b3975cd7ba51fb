import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { useOnline } from "~/api/reach";
import { Button } from "~/components/button";
import { useCommands } from "~/components/commands";
import { FromFirst } from "~/components/from-first";
import { Icon } from "~/components/icon";
import styles from "./actions.module.css";
import { ApproveDialog } from "./approve-dialog";
import { CommentDialog } from "./comment-dialog";
import { HoldDialog } from "./hold-dialog";
import { Legend } from "./legend";
import type { Card, Verdict } from "./model";
import { useHold } from "./use-hold";
import { useOutcome } from "./use-outcome";

interface Props {
  card: Card;
  decide: (verdict: Verdict, comment?: string) => void;
  isBusy: boolean;
  /** False just after another card came by itself: nobody can have read it. */
  isSettled: boolean;
  onStep: (direction: 1 | -1) => void;
}

/** Yes, no, or change this: above the bottom bar on a phone, at the foot of the card on a laptop. */
export function Actions({ card, decide, isBusy, isSettled, onStep }: Props) {
  const { t } = useLingui();
  const [asking, ask] = useState<Verdict | "hold">();
  const close = () => ask(undefined);
  const bar = useRef<HTMLDivElement>(null);
  const isOnline = useOnline();
  const outcome = useOutcome(card);
  const isMoney = card.kind === "money";
  const asksWhy = asking === "reject" || asking === "ask_changes";
  const isReady = isOnline && isSettled;
  const mayNow = card.may_decide && isReady && !isBusy;
  const { hold, release, isHolding } = useHold(close);
  const mayHold = card.may_hold && isReady && !isBusy;
  useCommands([
    mayNow && { id: "approve", words: t`Approve`, icon: "check", keys: "a", act: () => ask("approve") },
    mayNow && { id: "changes", words: t`Ask for changes`, icon: "comment", keys: "c", act: () => ask("ask_changes") },
    mayNow && { id: "reject", words: t`Reject`, icon: "refused", keys: "r", act: () => ask("reject") },
    mayHold && { id: "hold", words: t`Put on hold`, icon: "hold", keys: "h", act: () => ask("hold") },
    { id: "next", words: t`Next`, icon: "down", keys: "j", act: () => onStep(1) },
    { id: "previous", words: t`Previous`, icon: "up", keys: "k", act: () => onStep(-1) },
  ]);
  useBarHeight(bar);
  const say = (verdict: Verdict, comment = "") => {
    close();
    decide(verdict, comment);
  };
  return (
    <div ref={bar} className={styles.bar}>
      {card.may_decide ? (
        <>
          {!isOnline && <p className={styles.offline}>{t`You are offline. You can decide once you are back.`}</p>}
          <div className={styles.acts}>
            <Button
              look="primary"
              className={styles.approve ?? ""}
              title={t`Key: a`}
              disabled={!isReady}
              busy={isBusy}
              onClick={() => (isMoney ? ask("approve") : decide("approve"))}
            >
              {!isBusy && <Icon name="check" size={20} />}
              <span className={styles.words}>
                <strong>{outcome.verb}</strong>
                <span className={styles.what}>{outcome.what}</span>
              </span>
            </Button>
            <Button
              icon="comment"
              title={t`Key: c`}
              disabled={!mayNow}
              onClick={() => ask("ask_changes")}
            >{t`Ask for changes`}</Button>
            <Button
              look="danger"
              icon="refused"
              title={t`Key: r`}
              disabled={!mayNow}
              onClick={() => ask("reject")}
            >{t`Reject`}</Button>
            {card.may_hold && <HoldButton disabled={!mayHold} onHold={() => ask("hold")} />}
          </div>
        </>
      ) : (
        <p className={styles.whyNot}>
          <Icon name="info" />
          <span className={styles.why}>{card.why_not}</span>
          {card.may_release && (
            <Button icon="undo" busy={isHolding} disabled={!isReady} onClick={() => release(card)}>{t`Release`}</Button>
          )}
          {card.may_hold && <HoldButton disabled={!mayHold} onHold={() => ask("hold")} />}
        </p>
      )}
      <Legend mayDecide={card.may_decide} />
      <FromFirst when={asking === "approve"}>
        <ApproveDialog card={card} isOpen={asking === "approve"} onClose={close} onYes={() => say("approve")} />
      </FromFirst>
      <FromFirst when={asking === "hold"}>
        <HoldDialog
          card={card}
          isOpen={asking === "hold"}
          isBusy={isHolding}
          onClose={close}
          onHold={(reason) => hold(card, reason)}
        />
      </FromFirst>
      <FromFirst when={asksWhy}>
        <CommentDialog
          card={card}
          verdict={asking === "reject" ? "reject" : "ask_changes"}
          isOpen={asksWhy}
          onClose={close}
          onSay={say}
        />
      </FromFirst>
    </div>
  );
}

function HoldButton({ disabled, onHold }: { disabled: boolean; onHold: () => void }) {
  const { t } = useLingui();
  return (
    <Button icon="hold" title={t`Key: h`} disabled={disabled} onClick={onHold}>
      {t`Hold`}
    </Button>
  );
}

/** Messages that come up stand above the bar, so that they never lie under the thumb that decides. */
function useBarHeight(bar: React.RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty("--above-tabs", `${element.offsetHeight}px`));
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty("--above-tabs");
    };
  }, [bar]);
}
