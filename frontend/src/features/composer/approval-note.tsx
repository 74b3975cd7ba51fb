import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { Icon } from "~/components/icon";
import { toast } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import styles from "./approval-note.module.css";
import { useComposing } from "./context";

/** What was decided about this post last, and what a change of it would cost. */
export function ApprovalNote() {
  const { saving } = useComposing();
  return saving.kind === "held" ? <HeldNote /> : <DecisionNote />;
}

function HeldNote() {
  const { t } = useLingui();
  const { desk, post, edit } = useComposing();
  const undo = () => {
    const mine = desk.revert();
    toast(t`Your change was taken back`, { undo: () => edit(() => mine) });
  };
  return (
    <section className={`${styles.note} ${styles.attention}`} role="status">
      <Icon name="hold" />
      <p className={styles.words}>
        {post?.state === "approved" ? (
          <Trans>
            This post is approved. If you save this change, it becomes a draft and has to be approved again.
          </Trans>
        ) : (
          <Trans>
            This post waits for a decision. If you save this change, it becomes a draft and has to be submitted again.
          </Trans>
        )}
      </p>
      <span className={styles.acts}>
        <Button size="small" onClick={undo}>{t`Undo my change`}</Button>
        <Button size="small" look="primary" onClick={() => void desk.loseApproval()}>{t`Save my change`}</Button>
      </span>
    </section>
  );
}

function DecisionNote() {
  const { t } = useLingui();
  const format = useFormat();
  const { post } = useComposing();
  const approval = post?.approval;
  if (!post || !approval) return null;
  const last = approval.decisions.at(-1) as
    | { by?: string; verdict?: string; comment?: string; at?: string }
    | undefined;
  if (post.state === "in_review") {
    return (
      <section className={styles.note}>
        <Icon name="eye" />
        <p className={styles.words}>
          <Trans>
            Waits for a decision since {format.dateTime(approval.asked_at)}. Asked by {approval.asked_by}.
          </Trans>
        </p>
      </section>
    );
  }
  if (post.state === "held" || post.state === "expired") {
    return (
      <section className={`${styles.note} ${styles.attention}`}>
        <Icon name={post.state === "held" ? "hold" : "missed"} />
        <p className={styles.words}>
          {post.state === "held" ? (
            <Trans>
              Somebody who decides has put it on hold: nothing goes out until it is released under Decisions.
            </Trans>
          ) : (
            <Trans>Nobody approved it in time, so it does not go out. Choose a new time and submit it again.</Trans>
          )}
        </p>
      </section>
    );
  }
  if ((post.state === "changes_asked" || post.state === "rejected") && last) {
    const isRejected = post.state === "rejected";
    return (
      <section className={`${styles.note} ${isRejected ? styles.broken : styles.attention}`}>
        <Icon name={isRejected ? "refused" : "comment"} />
        <div className={styles.words}>
          <p className={styles.who}>
            {isRejected ? t`${last.by ?? ""} rejected this` : t`${last.by ?? ""} asks for changes`}
          </p>
          {last.comment && <blockquote className={styles.quote}>{last.comment}</blockquote>}
          {last.at && <p className={styles.when}>{format.dateTime(last.at)}</p>}
        </div>
      </section>
    );
  }
  if (post.state === "draft" && approval.state === "void") {
    return (
      <section className={styles.note}>
        <Icon name="info" />
        <p className={styles.words}>
          <Trans>It was withdrawn or changed after it was submitted. Submit it again when it is ready.</Trans>
        </p>
      </section>
    );
  }
  return null;
}
