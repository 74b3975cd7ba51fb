import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { ErrorState } from "~/components/error-state";
import { Skeleton } from "~/components/skeleton";
import { toast } from "~/components/toast";
import { WordDiff } from "~/components/word-diff";
import { toLocal } from "~/lib/local-time";
import { useFormat } from "~/lib/use-format";
import { useComposing } from "../context";
import { emptyDraft } from "../draft";
import { differences } from "../merge";
import { useFieldWords } from "../use-field-words";
import styles from "./history.module.css";
import { draftThen, putBack } from "./model";

interface Props {
  post: string;
  id: string;
  isNow: boolean;
  onDone: () => void;
}

/** One version: what was different from the one before, and the way back to it. */
export function RevisionView({ post, id, isNow, onDone }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { draft, edit, isFixed, channels, isLocked } = useComposing();
  const words = useFieldWords();
  const { data, error, refetch } = useQuery({
    ...api.queryOptions("get", "/api/posts/{id}/history/{revision}/", { params: { path: { id: post, revision: id } } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height={160} />;
  const then = draftThen(data.content);
  const before = data.before ? draftThen(data.before) : emptyDraft;
  // A new language brings fields that say nothing yet.
  const changed = differences(then, before, before).filter(
    (each) => words.said(each, before) !== "" || words.said(each, then) !== "",
  );
  const restore = () => {
    const was = draft;
    edit((now) =>
      putBack(now, then, {
        nowIn: (zone) => toLocal(new Date(), zone || format.zone),
        isFixed,
        isThere: (channel) => channels.some((each) => each.id === channel && each.state !== "disconnected"),
      }),
    );
    toast(t`Back to how it was on ${format.dateTime(data.at)}`, { undo: () => edit(() => was) });
    onDone();
  };
  return (
    <section className={styles.view} aria-label={t`What was changed`}>
      {changed.length === 0 && <p className="muted">{t`Only details were changed.`}</p>}
      {changed.map((each) => (
        <div key={each.key} className={styles.change}>
          <h3>{words.name(each)}</h3>
          <WordDiff before={words.said(each, before)} after={words.said(each, then)} language={each.language} />
        </div>
      ))}
      {!isNow && !isLocked && (
        <div className={styles.acts}>
          <Button look="primary" icon="undo" onClick={restore}>{t`Bring this version back`}</Button>
          <p className="muted">
            <Trans>What the post says now stays in this history too.</Trans>
          </p>
        </div>
      )}
    </section>
  );
}
