import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { toast, toastProblem } from "~/components/toast";
import { SectionHeader } from "../frame";
import { GuestDialog } from "./guest-dialog";
import { GuestRow } from "./guest-row";
import { LinkLimit } from "./link-limit";
import type { Guest } from "./model";

/** Who from outside is asked about posts, and how much money a link in a letter may decide on. */
export default function GuestsSection() {
  const { t } = useLingui();
  const canInvite = useMay()("plan");
  const [isInviting, setInviting] = useState(false);
  return (
    <>
      <SectionHeader
        title={t`Guests and links`}
        actions={
          canInvite && (
            <Button look="primary" icon="plus" onClick={() => setInviting(true)}>
              {t`Invite a guest`}
            </Button>
          )
        }
      />
      {canInvite && <GuestList />}
      <LinkLimit />
      {isInviting && <GuestDialog onClose={() => setInviting(false)} />}
    </>
  );
}

function GuestList() {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const [leaving, setLeaving] = useState<Guest>();
  const { data, error, isPending, refetch } = useQuery(api.queryOptions("get", "/api/guests/"));
  const revoke = useMutation(
    api.mutationOptions("delete", "/api/guests/{id}/", {
      onError: toastProblem,
      onSuccess: () => toast(t`The guest is taken off.`),
      onSettled: () => {
        setLeaving(undefined);
        void api.refresh(queryClient, "/api/guests/", "/api/decisions/", "/api/decisions/count/");
      },
    }),
  );
  const name = leaving?.name ?? "";
  return (
    <Panel title={t`Guests`}>
      {isPending && <SkeletonList rows={3} />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.results.length === 0 && (
        <Empty icon="people" title={t`No guests yet`}>
          <p>{t`A candidate or a partner says yes or no to posts by a link in a letter, without an account. Their yes is needed beside yours. They never decide on money.`}</p>
        </Empty>
      )}
      <ul>
        {data?.results.map((guest) => (
          <GuestRow key={guest.id} guest={guest} onRevoke={() => setLeaving(guest)} />
        ))}
      </ul>
      <ConfirmDialog
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        onConfirm={() => leaving && revoke.mutate({ params: { path: { id: leaving.id } } })}
        busy={revoke.isPending}
        title={t`Take ${name} off?`}
        confirm={t`Take off`}
        danger
      >
        <p>{t`The links of ${name} stop working. What waits for them is asked anew, without them. What they said stays.`}</p>
      </ConfirmDialog>
    </Panel>
  );
}
