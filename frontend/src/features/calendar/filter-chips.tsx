import { useLingui } from "@lingui/react/macro";
import { Icon } from "~/components/icon";
import { chosen, filterNames, toggled, unfiltered } from "./filter";
import styles from "./filters.module.css";
import type { CalendarSearch } from "./search";
import { type FilterWords, useFilterWords } from "./use-filter-words";

interface Props extends FilterWords {
  search: CalendarSearch;
  onSearch: (search: CalendarSearch) => void;
}

/** What is filtered, word by word; each can be taken off by itself. */
export function FilterChips({ search, onSearch, ...known }: Props) {
  const { t } = useLingui();
  const words = useFilterWords(known);
  const chips = filterNames.flatMap((name) =>
    chosen(search, name).map((value) => ({
      key: `${name}/${value}`,
      label: words(name, value),
      next: toggled(search, name, value),
    })),
  );
  if (search.q) chips.push({ key: "q", label: `“${search.q}”`, next: { ...search, q: undefined } });
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t`Only what fits is shown`}>
      {chips.map(({ key, label, next }) => (
        <li key={key}>
          <button
            type="button"
            className={styles.off}
            onClick={() => onSearch(next)}
            aria-label={t`No longer filter by ${label}`}
          >
            <span>{label}</span>
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" className={styles.everything} onClick={() => onSearch(unfiltered(search))}>
            {t`Show everything`}
          </button>
        </li>
      )}
    </ul>
  );
}
