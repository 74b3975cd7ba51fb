import { useLingui } from "@lingui/react/macro";
import { useMay } from "~/api/me";
import { Avatar } from "~/components/avatar";
import { IconButton } from "~/components/icon-button";
import { Menu, type MenuItem } from "~/components/menu";
import { Tag } from "~/components/tag";
import type { Member } from "./model";
import styles from "./parts.module.css";
import { useRoleNames } from "./role-boxes";

interface Props {
  member: Member;
  isLast: boolean;
  onRoles: () => void;
  onRemove: () => void;
}

/** A member, their roles, and what may be done. Anybody may leave by themselves, but for the last administrator. */
export function MemberRow({ member, isLast, onRoles, onRemove }: Props) {
  const { t } = useLingui();
  const canManage = useMay()("manage");
  const inWords = useRoleNames();
  const name = member.name || member.email;
  const items: MenuItem[] = [
    ...(canManage ? [{ id: "roles", label: t`Change the roles`, icon: "people", onSelect: onRoles } as const] : []),
    ...(canManage || member.is_me
      ? [
          {
            id: "remove",
            label: member.is_me ? t`Leave the organisation` : t`Remove`,
            icon: "leave",
            danger: true,
            isDisabled: isLast,
            ...(isLast ? { hint: t`The only administrator.` } : {}),
            onSelect: onRemove,
          } as const,
        ]
      : []),
  ];
  return (
    <li className={styles.row}>
      <Avatar name={name} size={36} />
      <div className={styles.who}>
        <h3>
          {name}
          {member.is_me && <Tag tone="primary">{t`You`}</Tag>}
        </h3>
        {member.name && <p className="small muted">{member.email}</p>}
      </div>
      <p className={styles.tags}>
        {inWords(member.roles).map((role) => (
          <Tag key={role}>{role}</Tag>
        ))}
      </p>
      {items.length > 0 && (
        <div className={styles.acts}>
          <Menu
            label={t`More for ${name}`}
            placement="bottom end"
            sections={[{ items }]}
            trigger={(props) => <IconButton {...props} icon="more" label={t`More for ${name}`} look="plain" />}
          />
        </div>
      )}
    </li>
  );
}
