import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "~/api/client";
import { meOptions, useMay, useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { ErrorState } from "~/components/error-state";
import { Icon } from "~/components/icon";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { toast, toastProblem } from "~/components/toast";
import { roleNames } from "~/lib/role-names";
import { AdminsNote } from "./admins-note";
import { SectionHeader } from "./frame";
import { OpenInvitations } from "./invitations";
import { InviteDialog } from "./invite-dialog";
import { MemberRow } from "./member-row";
import { isLastAdmin, type Member, roles } from "./model";
import styles from "./parts.module.css";
import { roleWords } from "./role-words";
import { RolesDialog } from "./roles-dialog";

/** Who belongs to the organisation and may do what. */
export function PeopleSection() {
  const { t } = useLingui();
  const canManage = useMay()("manage");
  const { data, error, isPending, refetch } = useQuery(api.queryOptions("get", "/api/members/"));
  const [isInviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<Member>();
  const [leaving, setLeaving] = useState<Member>();
  const members = data?.results ?? [];
  return (
    <>
      <SectionHeader
        title={t`People`}
        actions={
          canManage && (
            <Button look="primary" icon="plus" onClick={() => setInviting(true)}>
              {t`Invite somebody`}
            </Button>
          )
        }
      />
      <AdminsNote />
      <Panel title={t`Members`} aside={members.length > 0 && <span className="num">{members.length}</span>}>
        {isPending && <SkeletonList rows={6} />}
        {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
        <ul>
          {members.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              isLast={isLastAdmin(member, members)}
              onRoles={() => setChanging(member)}
              onRemove={() => setLeaving(member)}
            />
          ))}
        </ul>
      </Panel>
      {canManage && <OpenInvitations />}
      <RolesExplained />
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
      {changing && <RolesDialog member={changing} members={members} onClose={() => setChanging(undefined)} />}
      {leaving && <RemoveDialog member={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
}

function RolesExplained() {
  const { t } = useLingui();
  return (
    <details className={styles.details}>
      <summary>
        <Icon name="info" />
        {t`What each role may do`}
      </summary>
      <dl className={styles.terms}>
        {roles.map((role) => (
          <div key={role}>
            <dt>{roleNames[role] ? t(roleNames[role]) : role}</dt>
            <dd>{t(roleWords[role])}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function RemoveDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useLingui();
  const organisation = useOrganisation();
  const queryClient = useQueryClient();
  const router = useRouter();
  const name = member.name || member.email;
  const remove = useMutation(
    api.mutationOptions("delete", "/api/members/{id}/", {
      onError: toastProblem,
      onSuccess: async () => {
        onClose();
        if (member.is_me) {
          toast(t`You have left ${organisation.name}.`);
          // The screens of this organisation have to go before they hear that it is no longer theirs.
          await router.navigate({ to: "/new" });
          await queryClient.fetchQuery({ ...meOptions(), staleTime: 0 });
          await router.navigate({ to: "/" });
        } else {
          toast(t`${name} no longer belongs to ${organisation.name}.`);
          void api.refresh(queryClient, "/api/members/");
        }
      },
    }),
  );
  return (
    <ConfirmDialog
      isOpen
      danger
      onClose={onClose}
      onConfirm={() => remove.mutate({ params: { path: { id: member.id } } })}
      busy={remove.isPending}
      title={member.is_me ? t`Leave ${organisation.name}?` : t`Remove ${name} from ${organisation.name}?`}
      confirm={member.is_me ? t`Leave` : t`Remove`}
    >
      <p>
        {member.is_me
          ? t`You will no longer see anything of it. To come back you need an invitation. What you wrote stays.`
          : t`${name} can no longer see or do anything here. What they wrote and decided stays.`}
      </p>
    </ConfirmDialog>
  );
}
