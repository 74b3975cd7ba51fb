import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Icon } from "~/components/icon";
import { toast } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import styles from "./channel-picker.module.css";
import { useComposing } from "./context";
import { commonTime, withChannel, withoutChannel } from "./edit";

/** Channels that are chosen together: one press puts all of a group under the post, and takes them off when all are on. */
export function ChannelGroups({ plannedAt }: { plannedAt: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const { languages } = useOrganisation();
  const { draft, edit, isFixed, isLocked, channels, seen } = useComposing();
  const { data } = useQuery(api.queryOptions("get", "/api/channel-groups/"));
  const on = new Set(seen.map(({ placement }) => placement.channel));
  const groups = (data?.results ?? []).filter((group) => group.channels.length > 0);
  if (groups.length === 0 || isLocked) return null;
  const press = (ids: string[], name: string) => {
    const missing = channels.filter(({ id }) => ids.includes(id) && !on.has(id));
    const before = draft.placements;
    if (missing.length === 0) {
      edit((now) => ids.reduce((made, id) => withoutChannel(made, id, isFixed), now));
      toast(t`${name} was taken off`, { undo: () => edit((now) => ({ ...now, placements: before })) });
      return;
    }
    const time = commonTime(draft.placements.filter((each) => !isFixed(each))) ?? {
      local_time: plannedAt,
      zone: format.zone,
    };
    edit((now) =>
      missing.reduce((made, one) => withChannel(made, one, { organisationLanguages: languages, time }), now),
    );
  };
  return (
    <ul className={styles.pills} aria-label={t`Groups of channels`}>
      {groups.map(({ id, name, channels: ids }) => {
        const count = ids.filter((one) => on.has(one)).length;
        const all = count === ids.length;
        return (
          <li key={id} className={styles.item}>
            <span className={`${styles.pill} ${all ? styles.on : ""}`}>
              <button
                type="button"
                className={styles.face}
                aria-pressed={all ? true : count > 0 ? "mixed" : false}
                onClick={() => press(ids, name)}
              >
                <Icon name="layers" size={14} />
                <span className={styles.name}>{name}</span>
                {all && <Icon name="check" size={14} />}
                <span className={styles.aside}>
                  {count > 0 && !all ? t`${count} of ${ids.length}` : String(ids.length)}
                </span>
              </button>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
