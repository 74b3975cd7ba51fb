import { useLingui } from "@lingui/react/macro";
import { Checkbox } from "~/components/checkbox";
import { roleNames } from "~/lib/role-names";
import { type Role, roles, withRole } from "./model";
import styles from "./parts.module.css";
import { roleWords } from "./role-words";

interface Props {
  chosen: readonly Role[];
  onChange: (roles: Role[]) => void;
  /** This person is the only administrator and has to stay one. */
  keepsAdmin?: boolean;
  error?: string | undefined;
}

/** The roles to tick, each with what it allows. Several add up. */
export function RoleBoxes({ chosen, onChange, keepsAdmin, error }: Props) {
  const { t } = useLingui();
  return (
    <fieldset>
      <legend className={styles.legend}>{t`Roles`}</legend>
      <p className={styles.hint}>{t`Several roles add up.`}</p>
      {roles.map((role) => {
        const isKept = role === "admin" && keepsAdmin;
        const name = roleNames[role];
        return (
          <Checkbox
            key={role}
            label={<strong>{name ? t(name) : role}</strong>}
            hint={isKept ? t`The only administrator. Make somebody else administrator first.` : t(roleWords[role])}
            checked={chosen.includes(role)}
            disabled={isKept}
            onChange={(event) => onChange(withRole(chosen, role, event.target.checked))}
          />
        );
      })}
      {error && (
        <p className={styles.wrong} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** Roles as short words, side by side. */
export function useRoleNames(): (roles: readonly string[]) => string[] {
  const { t } = useLingui();
  return (list) => list.map((role) => (roleNames[role] ? t(roleNames[role]) : role));
}
