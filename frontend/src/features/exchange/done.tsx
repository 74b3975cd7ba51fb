import { Plural, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Answer, api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Button, buttonClass } from "~/components/button";
import { Icon } from "~/components/icon";
import { toastProblem } from "~/components/toast";
import { toLocal } from "~/lib/local-time";
import { useFormat } from "~/lib/use-format";
import styles from "./import.module.css";

/** How many drafts there are now, the way to them, and back. */
export function Done({ made, onAgain }: { made: Answer<"post", "/api/imports/">; onAgain: () => void }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const { zone } = useFormat();
  const queryClient = useQueryClient();
  const undo = useMutation(
    api.mutationOptions("post", "/api/imports/{id}/undo/", {
      onSuccess: () => void api.refresh(queryClient, "/api/imports/", "/api/calendar/", "/api/posts/"),
      onError: toastProblem,
    }),
  );
  const date = made.first_at ? toLocal(made.first_at, zone).slice(0, 10) : undefined;
  return (
    <section className={styles.start} role="status">
      <Icon name="check" size={28} />
      {undo.data ? (
        <p>
          <Plural value={undo.data.removed} one="# draft is deleted again." other="# drafts are deleted again." />
        </p>
      ) : (
        <p>
          <Plural value={made.made} one="# draft is in the calendar." other="# drafts are in the calendar." />
        </p>
      )}
      {!undo.data && (
        <>
          <Link
            to={`/${slug}/calendar` as string}
            search={{ date, view: "week", state: "draft" } as never}
            className={buttonClass("primary")}
          >{t`See them in the calendar`}</Link>
          <Button
            icon="undo"
            busy={undo.isPending}
            onClick={() => undo.mutate({ params: { path: { id: made.id } } })}
          >{t`Undo the import`}</Button>
        </>
      )}
      <Button look="quiet" onClick={onAgain}>{t`Another file`}</Button>
    </section>
  );
}
