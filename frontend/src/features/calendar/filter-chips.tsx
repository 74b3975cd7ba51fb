import { useLingui } from "@lingui/react/macro";
import { Icon } from "~/components/icon";
import { chosen, filterNames, toggled, unfiltered } from "./filter";
import styles from "./filters.module.css";
import type { CalendarSearch, SearchChange } from "./search";
import { type FilterWords, useFilterWords } from "./use-filter-words";

interface Props extends FilterWords {
  search: CalendarSearch;
  onSearch: (change: SearchChange) => void;
}

/** What is filtered, word by word; each can be taken off by itself. */
export function FilterChips({ search, onSearch, ...known }: Props) {
  const { t } = useLingui();
  const words = useFilterWords(known);
  const chips = filterNames.flatMap((name) =>
    chosen(search, name).map((value) => ({
      key: `${name}/${value}`,
      label: words(name, value),
      without: ((now) => toggled(now, name, value)) as SearchChange,
    })),
  );
  if (search.q) chips.push({ key: "q", label: `“${search.q}”`, without: (now) => ({ ...now, q: undefined }) });
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t`Only what fits is shown`}>
      {chips.map(({ key, label, without }) => (
        <li key={key}>
          <button
            type="button"
            className={styles.off}
            onClick={() => onSearch(without)}
            aria-label={t`No longer filter by ${label}`}
          >
            <span>{label}</span>
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" className={styles.everything} onClick={() => onSearch(unfiltered)}>
            {t`Show everything`}
          </button>
        </li>
      )}
    </ul>
  );
}
