import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { ErrorState } from "~/components/error-state";
import { Panel } from "~/components/panel";
import { Tag } from "~/components/tag";
import { toast, toastProblem } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import type { Invitation } from "./model";
import styles from "./parts.module.css";
import { useRoleNames } from "./role-boxes";

/** Who is invited and has not come yet; nothing while nobody is. */
export function OpenInvitations() {
  const { t } = useLingui();
  const format = useFormat();
  const inWords = useRoleNames();
  const queryClient = useQueryClient();
  const [leaving, setLeaving] = useState<Invitation>();
  const { data, error, refetch } = useQuery(api.queryOptions("get", "/api/invitations/"));
  const revoke = useMutation(
    api.mutationOptions("delete", "/api/invitations/{id}/", {
      onError: toastProblem,
      onSuccess: () => toast(t`The invitation is taken back.`),
      onSettled: () => {
        setLeaving(undefined);
        void api.refresh(queryClient, "/api/invitations/");
      },
    }),
  );
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data || data.results.length === 0) return null;
  return (
    <Panel title={t`Invited`}>
      <ul>
        {data.results.map((invitation) => {
          const { id, email, invited_by: by } = invitation;
          const until = format.date(invitation.expires_at, "day");
          return (
            <li key={id} className={styles.row}>
              <div className={styles.who}>
                <h3>{email}</h3>
                <p className="small muted">{by ? t`By ${by}, valid until ${until}` : t`Valid until ${until}`}</p>
              </div>
              <p className={styles.tags}>
                {inWords(invitation.roles).map((name) => (
                  <Tag key={name}>{name}</Tag>
                ))}
              </p>
              <div className={styles.acts}>
                <Button
                  size="small"
                  onClick={() => setLeaving(invitation)}
                  aria-label={t`Take back the invitation to ${email}`}
                >
                  {t`Take back`}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <ConfirmDialog
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        onConfirm={() => leaving && revoke.mutate({ params: { path: { id: leaving.id } } })}
        busy={revoke.isPending}
        title={t`Take back the invitation to ${leaving?.email ?? ""}?`}
        confirm={t`Take back`}
        danger
      >
        <p>{t`The link in the e-mail stops working. You can invite this person again.`}</p>
      </ConfirmDialog>
    </Panel>
  );
}
