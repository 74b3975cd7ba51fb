import { Plural, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { useCommands } from "~/components/commands";
import { IconButton } from "~/components/icon-button";
import { Menu } from "~/components/menu";
import type { PostCard } from "~/lib/cards";
import { useDesk } from "../desk";
import { BarButton } from "./bar-button";
import styles from "./select.module.css";
import type { Stayed } from "./stayed";
import { type BulkAct, useBulk } from "./use-bulk";
import { useChosen } from "./use-selection";

const ShiftDialog = lazy(() => import("./shift-dialog"));
const CopyDialog = lazy(() => import("./copy-dialog"));

const AFTERWARDS_MS = 80;

interface Props {
  /** All that are on show. */
  cards: readonly PostCard[];
  onStayed: (stayed: Stayed[]) => void;
}

/** What can be done with all chosen posts; on a phone above the thumb. */
export default function SelectBar({ cards, onStayed }: Props) {
  const { t } = useLingui();
  const { selection, campaigns } = useDesk();
  const chosen = useChosen();
  const act = useBulk(onStayed);
  const [asking, setAsking] = useState<"shift" | "copy" | null>(null);
  const [isBusy, setBusy] = useState(false);
  const shown = useMemo(() => new Set(cards.map(({ post }) => post)), [cards]);
  const theirs = useMemo(() => cards.filter(({ post }) => chosen.has(post)), [cards, chosen]);
  // One acts on what one sees: a post that left the screen is not chosen any more.
  useEffect(() => selection.keep(shown), [selection, shown]);
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty("--over", "60px");
    style.setProperty("--above-tabs", "60px");
    return () => {
      style.removeProperty("--over");
      style.removeProperty("--above-tabs");
    };
  }, []);

  const end = () => {
    const last = [...chosen].at(-1);
    selection.end();
    // The bar goes, and the focus with it if it stood there: it goes back to the cards.
    setTimeout(() => {
      if (document.activeElement !== document.body) return;
      const card = document.querySelector<HTMLElement>(`[data-post="${last}"] a`) ?? document.querySelector("h1");
      card?.focus({ preventScroll: true });
    }, AFTERWARDS_MS);
  };
  const run = async (what: BulkAct) => {
    setAsking(null);
    setBusy(true);
    await act(what, [...chosen], theirs);
    setBusy(false);
    end();
  };
  const isIdle = chosen.size === 0 || isBusy;
  useCommands([
    {
      id: "chosen-all",
      words: t`Select all that are shown`,
      icon: "check",
      keys: "a",
      act: () => selection.add(shown),
    },
    !isIdle && { id: "chosen-shift", words: t`Shift the selected posts`, icon: "clock", act: () => setAsking("shift") },
    !isIdle && {
      id: "chosen-submit",
      words: t`Submit the selected posts`,
      icon: "send",
      act: () => void run({ action: "submit" }),
    },
    !isIdle && {
      id: "chosen-copy",
      words: t`Duplicate the selected posts`,
      icon: "copy",
      act: () => setAsking("copy"),
    },
    !isIdle && {
      id: "chosen-delete",
      words: t`Delete the selected posts`,
      icon: "trash",
      act: () => void run({ action: "delete" }),
    },
    { id: "chosen-end", words: t`Stop selecting`, icon: "close", keys: "Escape", act: end },
  ]);
  return (
    <>
      <div className={styles.bar} role="toolbar" aria-label={t`What to do with the selected posts`}>
        <div className={styles.count}>
          <IconButton icon="close" label={t`Stop selecting`} onClick={end} />
          <span role="status">
            <Plural value={chosen.size} one="# selected" other="# selected" />
            {/* A post is chosen with all its cards. */}
            {theirs.length > chosen.size && (
              <>
                {" · "}
                <Plural value={theirs.length} one="# card" other="# cards" />
              </>
            )}
          </span>
          <button
            type="button"
            className={styles.all}
            disabled={chosen.size === shown.size}
            onClick={() => selection.add(shown)}
          >
            {t`All ${shown.size} shown`}
          </button>
        </div>
        <div className={styles.acts}>
          <BarButton icon="clock" disabled={isIdle} onClick={() => setAsking("shift")}>{t`Shift`}</BarButton>
          <Menu
            label={t`Change campaign`}
            placement="top start"
            sections={[
              {
                title: t`Change campaign`,
                items: [
                  ...[...campaigns.values()].map(({ id, name }) => ({
                    id,
                    label: name,
                    onSelect: () => void run({ action: "campaign", campaign: id }),
                  })),
                  {
                    id: "none",
                    label: t`No campaign`,
                    onSelect: () => void run({ action: "campaign", campaign: null }),
                  },
                ],
              },
            ]}
            trigger={(props) => (
              <BarButton icon="campaigns" disabled={isIdle} {...props}>
                {t`Campaign`}
              </BarButton>
            )}
          />
          <BarButton icon="send" disabled={isIdle} onClick={() => void run({ action: "submit" })}>
            {t`Submit`}
          </BarButton>
          <BarButton icon="copy" disabled={isIdle} onClick={() => setAsking("copy")}>
            {t`Duplicate`}
          </BarButton>
          <BarButton icon="trash" disabled={isIdle} isDanger onClick={() => void run({ action: "delete" })}>
            {t`Delete`}
          </BarButton>
        </div>
      </div>
      <Suspense fallback={null}>
        {asking === "shift" && (
          <ShiftDialog
            cards={theirs}
            onClose={() => setAsking(null)}
            onShift={(shift) => void run({ action: "shift", ...shift })}
          />
        )}
        {asking === "copy" && (
          <CopyDialog
            cards={theirs}
            onClose={() => setAsking(null)}
            onCopy={(days) => void run({ action: "duplicate", days })}
          />
        )}
      </Suspense>
    </>
  );
}
