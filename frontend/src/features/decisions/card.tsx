import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type Ref, useImperativeHandle, useRef } from "react";
import { useOrganisation } from "~/api/me";
import { Avatar } from "~/components/avatar";
import { Icon } from "~/components/icon";
import { Note } from "~/components/note";
import { RiposteMark } from "~/components/riposte-mark";
import { When } from "~/components/when";
import styles from "./card.module.css";
import { Changes } from "./changes";
import { Guests } from "./guests";
import { Taken } from "./history";
import type { Card } from "./model";
import { MoneyAmount, MoneyFacts, ShareEffect } from "./money-card";
import { PostFacts, PostPreviews, PostProblems } from "./post-card";
import { RiposteNote } from "./riposte-note";
import { Way } from "./way";

/** Everything somebody has to see before saying yes or no. */
export function DecisionCard({ card, ref }: { card: Card; ref?: Ref<{ focus: () => void }> }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const heading = useRef<HTMLHeadingElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => heading.current?.focus({ preventScroll: true }) }), []);
  const { post, money } = card;
  const isMoney = card.kind === "money";
  return (
    <article className={styles.card}>
      <header className={styles.head}>
        <Avatar name={card.asked_by} size={30} />
        <h2 ref={heading} tabIndex={-1} className={styles.asker}>
          <strong>{card.asked_by || t`Somebody`}</strong>{" "}
          {isMoney ? <Trans>asks for money</Trans> : <Trans>asks for a yes</Trans>}
          <span className={styles.when}>
            <When at={card.asked_at} show="relative" />
          </span>
        </h2>
        {card.riposte && <RiposteMark newsAt={card.riposte.news_at} />}
        <span className={styles.kind}>
          <Icon name={isMoney ? "euro" : "pen"} size={14} />
          {isMoney ? t`Money` : t`Post`}
        </span>
      </header>
      <div className={styles.halves}>
        <div className={styles.shown}>
          {post && <PostPreviews key={card.id} post={post} />}
          {money && (
            <>
              <MoneyAmount money={money} />
              <ShareEffect money={money} />
            </>
          )}
        </div>
        <div className={styles.about}>
          {card.hold && (
            <div className={styles.padded}>
              <Note tone="attention" icon="hold">
                <p>
                  <strong>
                    <Trans>
                      {card.hold.by} put it on hold, <When at={card.hold.at} show="relative" />
                    </Trans>
                  </strong>
                </p>
                <p>{card.hold.reason}</p>
              </Note>
            </div>
          )}
          {card.riposte && card.state === "open" && (
            <div className={styles.padded}>
              <RiposteNote riposte={card.riposte} />
            </div>
          )}
          {post?.problems.some(({ blocks }) => blocks) && (
            <div className={styles.padded}>
              <PostProblems post={post} />
            </div>
          )}
          {card.note && !isMoney && (
            <blockquote className={styles.note}>
              <Icon name="comment" />
              <span>
                <span className="only-read">{t`Note:`} </span>
                {card.note}
              </span>
            </blockquote>
          )}
          <Way card={card} />
          <Guests card={card} />
          {post && <PostFacts card={card} post={post} />}
          {money && <MoneyFacts money={money} serves={card.serves} />}
          <Changes card={card} />
          {card.decisions.length > 0 && <Taken card={card} />}
          {post && card.state !== "open" && post.approval?.id !== card.id && (
            <div className={styles.padded}>
              <Note>{t`The post was changed after this. This is how it reads now.`}</Note>
            </div>
          )}
          {post && (
            <p className={styles.open}>
              {post.open_notes > 0 && (
                <Link to={`/${slug}/posts/${post.id}` as string} search={{ notes: "open" } as never}>
                  <Icon name="comment" size={14} />
                  <Plural value={post.open_notes} one="# note" other="# notes" />
                </Link>
              )}
              <Link to={`/${slug}/posts/${post.id}` as string}>
                <Icon name="out" size={14} />
                {t`Open the post`}
              </Link>
            </p>
          )}
        </div>
      </div>
    </article>
  );
}
