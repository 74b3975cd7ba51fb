import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { Dialog } from "~/components/dialog";
import { ErrorState } from "~/components/error-state";
import { SkeletonList } from "~/components/skeleton";
import { useFormat } from "~/lib/use-format";
import styles from "./history.module.css";
import type { Revision } from "./model";
import { RevisionView } from "./revision-view";
import { useChangeWords } from "./use-change-words";

/** What the post said before: who left it so and when, word by word, and the way back. */
export function HistoryDialog({ post, isOpen, onClose }: { post: string; isOpen: boolean; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t`History`} width="wide">
      {isOpen && <History post={post} onClose={onClose} />}
    </Dialog>
  );
}

function History({ post, onClose }: { post: string; onClose: () => void }) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery({
    ...api.queryOptions("get", "/api/posts/{id}/history/", { params: { path: { id: post } } }),
    staleTime: 0,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonList rows={5} height={52} />;
  const [newest] = data;
  if (!newest) {
    return (
      <p className="muted">
        <Trans>From the next change on, you can read here what the post said before.</Trans>
      </p>
    );
  }
  const current = data.find(({ id }) => id === chosen) ?? newest;
  return (
    <div className={styles.columns}>
      <ol className={styles.list} aria-label={t`Versions, newest first`}>
        {data.map((revision) => (
          <li key={revision.id}>
            <Row
              revision={revision}
              isNow={revision === newest}
              isChosen={revision === current}
              onChoose={() => setChosen(revision.id)}
            />
          </li>
        ))}
      </ol>
      <RevisionView key={current.id} post={post} id={current.id} isNow={current === newest} onDone={onClose} />
    </div>
  );
}

interface RowProps {
  revision: Revision;
  isNow: boolean;
  isChosen: boolean;
  onChoose: () => void;
}

function Row({ revision, isNow, isChosen, onChoose }: RowProps) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useChangeWords();
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={`${styles.row} ${isChosen ? styles.on : ""}`}
      onClick={onChoose}
    >
      <span className={styles.when}>
        {format.dateTime(revision.at)}
        {isNow && <b> · {t`now`}</b>}
      </span>
      <b>{revision.by_name || t`Carillon`}</b>
      <span className={styles.what}>{words(revision.changed) || t`Only details were changed.`}</span>
      {revision.was_submitted && <span className={styles.what}>{t`submitted like this`}</span>}
    </button>
  );
}
