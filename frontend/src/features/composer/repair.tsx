import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Answer, api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { Button, buttonClass } from "~/components/button";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { networkName } from "~/components/network-mark";
import styles from "./sent-panel.module.css";

type Delivery = Answer<"get", "/api/deliveries/">[number];
type Asking = "retry" | "release" | "drop";

/** What a person can do about one delivery: hold it while it is on its way, mend it when it went wrong. */
export function Repair({ delivery, name }: { delivery: Delivery; name: string }) {
  const { t } = useLingui();
  const may = useMay();
  const { slug } = useOrganisation();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<Asking | null>(null);
  const options = {
    onError: () => setAsking(null),
    onSuccess: () => {
      setAsking(null);
      return api.refresh(queryClient, "/api/deliveries/", "/api/posts/", "/api/calendar/", "/api/troubles/");
    },
  };
  const verbs = {
    retry: useMutation(api.mutationOptions("post", "/api/deliveries/{id}/retry/", options)),
    release: useMutation(api.mutationOptions("post", "/api/deliveries/{id}/release/", options)),
    drop: useMutation(api.mutationOptions("post", "/api/deliveries/{id}/drop/", options)),
  };
  const hold = useMutation(api.mutationOptions("post", "/api/deliveries/{id}/hold/", options));
  const problem = [hold, ...Object.values(verbs)].find(({ error }) => error)?.error;
  const init = { params: { path: { id: delivery.id } } };
  const network = networkName(delivery.network);
  const { state, message, may_hold } = delivery;
  const isOver = state === "failed" || state === "missed";
  const isWrong = isOver || state === "needs_look";
  const look = `/${slug}/looks/${delivery.id}`;
  // The post itself is online then, and nothing but the comment is sent or left out.
  const isComment = delivery.problem === "first-comment-refused";
  const seen = t`It goes out on ${network} at once, where everybody can see it.`;
  const asks: Record<Asking, { title: string; verb: string; what: string }> = {
    retry: isComment
      ? {
          title: t`Send the first comment on ${name} now?`,
          verb: t`Send now`,
          what: t`The post is online already and stays as it is.`,
        }
      : { title: t`Send it to ${name} now?`, verb: t`Send now`, what: seen },
    release: { title: t`Let it go on to ${name}?`, verb: t`Release`, what: seen },
    drop: isComment
      ? {
          title: t`Leave the first comment out on ${name}?`,
          verb: t`Leave it out`,
          what: t`The post stays online without it.`,
        }
      : {
          title: t`Not send it to ${name}?`,
          verb: t`Do not send`,
          what: t`It will not go out on ${network} any more. The other channels are not touched.`,
        },
  };
  const shown = asks[asking ?? "drop"];
  if (state === "published" && !message) return null;
  return (
    <div className={isWrong ? styles.wrong : styles.quiet}>
      {message && <p>{message}</p>}
      {state === "held" && <p>{t`It is on hold and goes on when somebody releases it.`}</p>}
      {problem && <p role="alert">{problem.message}</p>}
      <div className={styles.acts}>
        {state === "needs_look" && (
          <Link to={look as string} className={buttonClass("normal", "small")}>{t`Look at it`}</Link>
        )}
        {may("repair") && isOver && (
          <Button size="small" icon="retry" onClick={() => setAsking("retry")}>
            {isComment ? t`Send the comment again` : t`Try again`}
          </Button>
        )}
        {may("repair") && state === "held" && (
          <Button size="small" icon="send" onClick={() => setAsking("release")}>{t`Release`}</Button>
        )}
        {may("repair") && (isOver || state === "held") && (
          <Button size="small" icon="close" onClick={() => setAsking("drop")}>
            {isComment ? t`Leave it out` : t`Do not send`}
          </Button>
        )}
        {may("repair") && may_hold && (
          <Button size="small" icon="hold" busy={hold.isPending} onClick={() => hold.mutate(init)}>{t`Hold it`}</Button>
        )}
        {state !== "needs_look" && state !== "published" && (
          <Link to={look as string} className={buttonClass("plain", "small")}>
            {t`What was sent and answered`}
            <span className="only-read">: {name}</span>
          </Link>
        )}
      </div>
      <ConfirmDialog
        isOpen={asking !== null}
        onClose={() => setAsking(null)}
        onConfirm={() => asking && verbs[asking].mutate(init)}
        busy={asking !== null && verbs[asking].isPending}
        danger={asking === "drop"}
        title={shown.title}
        confirm={shown.verb}
      >
        {shown.what}
      </ConfirmDialog>
    </div>
  );
}
