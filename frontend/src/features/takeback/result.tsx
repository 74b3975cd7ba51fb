import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { ErrorState } from "~/components/error-state";
import { Note } from "~/components/note";
import { SkeletonList } from "~/components/skeleton";
import { toastProblem } from "~/components/toast";
import { newKey } from "~/lib/new-key";
import { ChannelRow } from "./channel-row";
import { isLeft, isMoving } from "./model";
import styles from "./take-back.module.css";

interface Props {
  id: string;
  post: string;
  onClose: () => void;
}

const ASK_AGAIN_MS = 1_500;

/** How it goes on each channel, as it happens, and what is left to do by hand. */
export function Result({ id, post, onClose }: Props) {
  const { t } = useLingui();
  const may = useMay();
  const navigate = useNavigate();
  const { slug } = useOrganisation();
  const queryClient = useQueryClient();
  const query = useQuery({
    ...api.queryOptions("get", "/api/takebacks/{id}/", { params: { path: { id } } }),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data && !isMoving(data) ? false : ASK_AGAIN_MS),
  });
  const copy = useMutation(
    api.mutationOptions("post", "/api/posts/{id}/duplicate/", {
      onSuccess: (made) => {
        onClose();
        void api.refresh(queryClient, "/api/posts/");
        void navigate({ href: `/${slug}/posts/${made.id}` });
      },
      onError: toastProblem,
    }),
  );
  const takeBack = query.data;
  const left = takeBack?.channels.filter(isLeft).length ?? 0;
  const isDown = takeBack?.kind === "down";
  const title = !takeBack
    ? t`Take the post back`
    : takeBack.needs_yes
      ? t`Waits for a yes`
      : isMoving(takeBack)
        ? isDown
          ? t`Taking it down…`
          : t`Correcting it…`
        : left > 0
          ? t`Not everything is done yet`
          : isDown
            ? t`It is no longer online`
            : t`The text is corrected`;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      actions={
        <>
          {isDown && may("write") && (
            <Button
              look="quiet"
              icon="copy"
              busy={copy.isPending}
              onClick={() => copy.mutate({ params: { path: { id: post }, header: { "Idempotency-Key": newKey() } } })}
            >
              {t`Write it anew as a draft`}
            </Button>
          )}
          <Button look="primary" onClick={onClose}>{t`Close`}</Button>
        </>
      }
    >
      {query.error && !takeBack ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : !takeBack ? (
        <SkeletonList rows={3} height={56} />
      ) : (
        <div className={styles.form}>
          <p className={styles.what}>{takeBack.first_line}</p>
          <ul className={styles.channels} aria-live="polite">
            {takeBack.channels.map((channel) => (
              <ChannelRow key={channel.id} kind={takeBack.kind} channel={channel} />
            ))}
          </ul>
          {takeBack.needs_yes && (
            <Note icon="eye">
              <Trans>Those who may decide posts are told. Nothing changes online before one of them says yes.</Trans>
            </Note>
          )}
          {!takeBack.needs_yes && !isMoving(takeBack) && left > 0 && (
            <Note tone="attention" icon="person">
              <Trans>
                What is left stays on Today until somebody says that it is done. You can close this: nothing is
                forgotten.
              </Trans>
            </Note>
          )}
        </div>
      )}
    </Dialog>
  );
}
