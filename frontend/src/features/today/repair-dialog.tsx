import { plural } from "@lingui/core/macro";
import { Plural, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Answer, api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { asProblem } from "~/api/problem";
import { Button } from "~/components/button";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { Dialog } from "~/components/dialog";
import { networkName } from "~/components/network-mark";
import { toast, toastProblem } from "~/components/toast";
import styles from "./rows.module.css";
import type { Trouble, TroubledPost } from "./use-troubles";

export interface Repair {
  act: "retry" | "release" | "drop";
  trouble: Trouble;
  /** This one alone; else all of that cause. */
  post?: TroubledPost | undefined;
}

type Report = Answer<"post", "/api/troubles/retry/">;
const touched = ["/api/troubles/", "/api/deliveries/", "/api/calendar/", "/api/cadence/", "/api/posts/"];

/** Asks before something is sent, released or given up, and names where; says afterwards which could not. */
export function RepairDialog({ act, trouble, post, onClose }: Repair & { onClose: () => void }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const network = networkName(trouble.network);
  const channel = trouble.channel_name;
  const count = post ? 1 : trouble.count;
  const mutation = useMutation({
    mutationFn: () => (post?.delivery ? one(act, post.delivery) : all(act, trouble.cause)),
    onSuccess: ({ done, left, more }) => {
      const words = {
        retry: plural(done, { 0: "", one: "It is on its way.", other: "# posts are on their way." }),
        release: plural(done, { 0: "", one: "It goes on.", other: "# posts go on." }),
        drop: plural(done, { 0: "", one: "It will not be sent.", other: "# posts will not be sent." }),
      };
      const rest = plural(more, { 0: "", one: "# is left: press again.", other: "# are left: press again." });
      const said = [words[act], rest].filter(Boolean).join(" ");
      if (said) toast(said);
      if (left.length === 0) onClose();
    },
    onError: (error) => {
      toastProblem(asProblem(error));
      onClose();
    },
    onSettled: () => api.refresh(queryClient, ...touched),
  });
  if (mutation.data && mutation.data.left.length > 0) return <Left report={mutation.data} onClose={onClose} />;
  // The post itself is online then, and nothing but the comment is sent or left out.
  const isComment = trouble.code === "first-comment-refused";
  const titles = {
    retry: plural(count, { one: `Send it on ${network} now?`, other: `Send # posts on ${network} now?` }),
    release: plural(count, { one: `Let it go on to ${network}?`, other: `Let # posts go on to ${network}?` }),
    drop: plural(count, { one: `Do not send it on ${network}?`, other: `Do not send # posts on ${network}?` }),
  };
  if (isComment && post) {
    const name = channel;
    titles.retry = t`Send the first comment on ${name} now?`;
    titles.drop = t`Leave the first comment out on ${name}?`;
  }
  const verbs = { retry: t`Send now`, release: t`Release`, drop: isComment ? t`Leave it out` : t`Do not send` };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => mutation.mutate()}
      title={titles[act]}
      confirm={verbs[act]}
      danger={act === "drop"}
      busy={mutation.isPending}
    >
      <div className={styles.stack}>
        {post && (
          <p>
            <b>{post.first_line}</b>
          </p>
        )}
        {isComment ? (
          <p>
            {act === "drop" ? t`The post stays online without it.` : t`The post is online already and stays as it is.`}
          </p>
        ) : act === "drop" ? (
          <p>
            <Plural
              value={count}
              one={`It stays off ${channel}. What went out on other channels stays there.`}
              other={`They stay off ${channel}. What went out on other channels stays there.`}
            />
          </p>
        ) : (
          <p>
            <Plural
              value={count}
              one={`It goes out at once on ${channel}.`}
              other={`They go out at once on ${channel}.`}
            />{" "}
            {trouble.kind === "missed" && t`Look at the text first: does it still fit, this late?`}
          </p>
        )}
      </div>
    </ConfirmDialog>
  );
}

/** Which could not go, and why. */
function Left({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={plural(report.left.length, { one: "# post could not go", other: "# posts could not go" })}
      actions={<Button look="primary" onClick={onClose}>{t`Close`}</Button>}
    >
      <ul className={styles.stack}>
        {report.left.map((each) => (
          <li key={each.delivery}>
            <Link to={`/${slug}/posts/${each.post}` as string} className={styles.name}>
              {each.first_line || t`No text yet`}
            </Link>
            <p>{each.message}</p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

async function one(act: Repair["act"], id: string): Promise<Report> {
  const init = { params: { path: { id } } };
  if (act === "retry") await api.send("post", "/api/deliveries/{id}/retry/", init);
  else if (act === "release") await api.send("post", "/api/deliveries/{id}/release/", init);
  else await api.send("post", "/api/deliveries/{id}/drop/", init);
  return { done: 1, left: [], more: 0 };
}

function all(act: Repair["act"], cause: string): Promise<Report> {
  const init = { body: { cause } };
  if (act === "retry") return api.send("post", "/api/troubles/retry/", init);
  if (act === "release") return api.send("post", "/api/troubles/release/", init);
  return api.send("post", "/api/troubles/drop/", init);
}
