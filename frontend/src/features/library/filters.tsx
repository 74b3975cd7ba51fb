import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import styles from "./library.module.css";
import type { Search } from "./search";

/** Which pictures, and in which order; all of it stands in the address. */
export function Filters({ search, onSearch }: { search: Search; onSearch: (change: Partial<Search>) => void }) {
  const { t } = useLingui();
  const tags = useQuery(api.queryOptions("get", "/api/tags/")).data ?? [];
  const only: [Search["only"], string][] = [
    ["", t`All pictures`],
    ["unused", t`Not used yet`],
    ["missing", t`Words missing`],
    ["soon", t`Rights end soon`],
    ["over", t`Rights are over`],
    ["deleted", t`Deleted in the last 30 days`],
  ];
  const orders: [Search["order"], string][] = [
    ["newest", t`Newest first`],
    ["oldest", t`Oldest first`],
    ["name", t`By name`],
    ["largest", t`Largest first`],
    ["ends", t`Rights that end first`],
    ["used", t`Most used first`],
  ];
  return (
    <div className={styles.filters}>
      <label className={styles.choice}>
        <span className="only-read">{t`Which pictures`}</span>
        <select
          value={search.only || (search.ends === "soon" ? "soon" : "")}
          onChange={(event) => onSearch({ only: event.target.value as Search["only"], ends: "" })}
        >
          {only.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.choice}>
        <span className="only-read">{t`Tag`}</span>
        <select value={search.tag} onChange={(event) => onSearch({ tag: event.target.value })}>
          <option value="">{t`Every tag`}</option>
          {tags.map(({ name, pictures }) => (
            <option key={name} value={name}>{`${name} (${pictures})`}</option>
          ))}
        </select>
      </label>
      <label className={styles.choice}>
        <span className="only-read">{t`Order`}</span>
        <select value={search.order} onChange={(event) => onSearch({ order: event.target.value as Search["order"] })}>
          {orders.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
