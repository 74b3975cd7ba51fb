import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { toast } from "~/components/toast";
import { isLastAdmin, type Member } from "./model";
import { RoleBoxes } from "./role-boxes";

interface Props {
  member: Member;
  members: readonly Member[];
  onClose: () => void;
}

/** Give somebody other roles. */
export function RolesDialog({ member, members, onClose }: Props) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState(member.roles);
  const name = member.name || member.email;
  const save = useMutation(
    api.mutationOptions("patch", "/api/members/{id}/", {
      onSuccess: () => {
        toast(t`${name} has other roles now.`);
        onClose();
        void api.refresh(queryClient, "/api/members/", "/api/me/");
      },
    }),
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Roles of ${name}`}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button
            look="primary"
            disabled={chosen.length === 0}
            busy={save.isPending}
            onClick={() => save.mutate({ params: { path: { id: member.id } }, body: { roles: chosen } })}
          >
            {chosen.length === 0 ? t`Choose at least one` : t`Save`}
          </Button>
        </>
      }
    >
      <RoleBoxes
        chosen={chosen}
        onChange={setChosen}
        keepsAdmin={isLastAdmin(member, members)}
        error={save.error?.message}
      />
    </Dialog>
  );
}
