import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { SkeletonList } from "~/components/skeleton";
import { useComposing } from "../context";
import { NoteField } from "./note-field";
import { NoteRow } from "./note-row";
import styles from "./notes.module.css";
import { notesOptions, useNotes } from "./use-notes";

/** What colleagues say to each other about this post; readers never see it. */
export function NotesPanel() {
  const { t } = useLingui();
  const { post } = useComposing();
  if (post) return <Notes post={post.id} />;
  return (
    <Empty icon="comment" title={t`Notes for colleagues`}>
      <Trans>As soon as the post is saved, you can write notes beside it.</Trans>
    </Empty>
  );
}

function Notes({ post }: { post: string }) {
  const { t } = useLingui();
  const [withDone, setWithDone] = useState(false);
  const { data, error, refetch } = useQuery(notesOptions(post));
  const members = useQuery(api.queryOptions("get", "/api/members/"));
  const acts = useNotes(post);
  const people = (members.data?.results ?? []).map(({ user_id, name, email }) => ({
    id: user_id,
    name: name || email,
  }));
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonList rows={3} height={64} />;
  const done = data.filter(({ resolved_at }) => resolved_at).length;
  const shown = withDone ? data : data.filter(({ resolved_at }) => !resolved_at);
  return (
    <div className={styles.notes}>
      {shown.length === 0 && (
        <Empty icon="comment" title={t`No open notes`}>
          <Trans>
            Write to your colleagues here. With @ and a name, they hear of it at once. Readers never see it.
          </Trans>
        </Empty>
      )}
      <ol className={styles.list} aria-label={t`Notes`}>
        {shown.map((note) => (
          <NoteRow key={note.id} note={note} people={people} acts={acts} />
        ))}
      </ol>
      {done > 0 && (
        <Button size="small" look="plain" aria-expanded={withDone} onClick={() => setWithDone(!withDone)}>
          {withDone ? (
            t`Hide what is done`
          ) : (
            <Plural value={done} one="Show # that is done" other="Show # that are done" />
          )}
        </Button>
      )}
      <NoteField label={t`New note`} people={people} send={acts.say} verb={t`Send`} />
    </div>
  );
}
