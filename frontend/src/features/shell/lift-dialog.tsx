import { plural } from "@lingui/core/macro";
import { Plural, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Answer, api } from "~/api/client";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { ErrorState } from "~/components/error-state";
import { NetworkMark } from "~/components/network-mark";
import { SkeletonList } from "~/components/skeleton";
import { toast } from "~/components/toast";
import { When } from "~/components/when";
import styles from "./stop.module.css";

type KeptBack = Answer<"get", "/api/stop/kept-back/">;

/** Shows what the stop has kept back, and lets posts go out again. */
export function LiftDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const kept = useQuery({ ...api.queryOptions("get", "/api/stop/kept-back/"), staleTime: 0 });
  const lift = useMutation(
    api.mutationOptions("delete", "/api/stop/", {
      onSuccess: ({ count }) => {
        const missed = plural(count, { 0: "", one: "# post was missed.", other: "# posts were missed." });
        toast(`${t`Posts go out again.`} ${missed}`.trim());
        onClose();
      },
      onSettled: () => api.refresh(queryClient, "/api/"),
    }),
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      title={t`Let posts go out again?`}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button
            look="primary"
            icon="send"
            busy={lift.isPending}
            disabled={!kept.data}
            onClick={() => lift.mutate({})}
          >
            {t`Let posts go out again`}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {kept.data ? (
          <Waiting kept={kept.data} />
        ) : kept.error ? (
          <ErrorState error={kept.error} retry={() => void kept.refetch()} />
        ) : (
          <SkeletonList rows={3} />
        )}
        {lift.error && (
          <p role="alert" className={styles.wrong}>
            {lift.error.message}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function Waiting({ kept: { ahead, passed, passed_count } }: { kept: KeptBack }) {
  const { t } = useLingui();
  return (
    <>
      <p>
        <Plural
          value={ahead}
          _0="No approved post is planned for later."
          one="# approved post is still to come. It goes out at its time."
          other="# approved posts are still to come. They go out at their times."
        />
      </p>
      <p>
        <Plural
          value={passed_count}
          _0="None has missed its time."
          one="The time of # post has passed. It is marked missed and is not sent by itself: you decide on Today."
          other="The times of # posts have passed. They are marked missed and are not sent by themselves: you decide on Today."
        />
      </p>
      {passed.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        <ul className={styles.passed} tabIndex={0} aria-label={t`Posts whose time has passed`}>
          {passed.map((post) => (
            <li key={`${post.post}${post.network}${post.channel_name}`}>
              <span className={styles.line}>{post.first_line || t`Post without a text`}</span>
              <span className={styles.facts}>
                <NetworkMark network={post.network} />
                <span>{post.channel_name}</span>
                <When at={post.planned_at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
