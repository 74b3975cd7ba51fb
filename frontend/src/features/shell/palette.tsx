import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Dialog } from "~/components/dialog";
import { Icon } from "~/components/icon";
import { caps } from "~/lib/keys";
import { releaseTyped } from "~/lib/typed-ahead";
import styles from "./palette.module.css";
import { type Find, usePaletteFinds } from "./use-palette-finds";

const BACK_MS = 60;

interface Props {
  isOpen: boolean;
  onClose: () => void;
}

/** Find and do anything from the keyboard: screens, a new post, other organisations, posts by their words. */
export function Palette({ isOpen, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t`Find`} place="top">
      <PaletteBody onClose={onClose} />
    </Dialog>
  );
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const id = useId();
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  // Taken once the box has the focus: until then the letters are kept.
  useEffect(() => setQuery((typed) => typed + releaseTyped()), []);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const { groups, isSearching, problem } = usePaletteFinds(query);
  const flat = groups.flatMap((group) => group.finds);
  const current = flat[Math.min(at, flat.length - 1)];

  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  });
  const open = (find: Find) => {
    onClose();
    // What is done "here" asks where the focus is: it is back there once this window is gone.
    if (find.act) setTimeout(find.act, BACK_MS);
    else if (find.href) void navigate({ href: find.href });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && flat.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, flat.length - 1) + step + flat.length) % flat.length);
    } else if (event.key === "Enter" && current) {
      event.preventDefault();
      open(current);
    }
  };
  return (
    <>
      <input
        className={styles.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={current && `${id}-${current.id}`}
        aria-autocomplete="list"
        aria-label={t`Find or do anything`}
        placeholder={t`A screen, a post, a campaign, something to do`}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the window is opened to type in it
        autoFocus
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} role="listbox" id={`${id}-list`} aria-label={t`Found`} className={styles.list}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group inside a listbox has no element of its own
          <div key={group.title} role="group" aria-label={group.title}>
            <p className={styles.title} aria-hidden="true">
              {group.title}
            </p>
            {group.finds.map((find) => (
              // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the focus stays in the box above, which handles the keys
              <div
                key={find.id}
                id={`${id}-${find.id}`}
                role="option"
                aria-selected={find === current}
                className={styles.find}
                onClick={() => open(find)}
                onPointerMove={() => setAt(flat.indexOf(find))}
              >
                <Icon name={find.icon ?? "right"} />
                <span className={styles.words}>{find.words}</span>
                {find.aside}
                {find.keys && <kbd className={styles.keys}>{caps(find.keys).flat().join(" ")}</kbd>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className={styles.status} role="status">
        {problem ?? (isSearching ? t`Searching` : flat.length === 0 ? t`Nothing found for “${query}”.` : "")}
      </p>
    </>
  );
}
