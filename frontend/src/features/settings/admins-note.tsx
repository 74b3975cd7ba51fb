import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Icon } from "~/components/icon";
import { useFormat } from "~/lib/use-format";
import { admins } from "./model";
import styles from "./parts.module.css";

/** Who can change this, for those who cannot; nothing for those who can. */
export function AdminsNote() {
  const { t } = useLingui();
  const format = useFormat();
  const canManage = useMay()("manage");
  const members = useQuery({ ...api.queryOptions("get", "/api/members/"), enabled: !canManage });
  if (canManage) return null;
  const names = format.list(admins(members.data?.results ?? []).map(({ name, email }) => name || email));
  return (
    <p className={styles.note}>
      <Icon name="info" />
      {names ? t`Only administrators can change this: ${names}.` : t`Only administrators can change this.`}
    </p>
  );
}
