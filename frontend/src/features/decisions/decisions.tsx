import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useDeferredValue, useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { buttonClass } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Icon } from "~/components/icon";
import { PageHeader } from "~/components/page-header";
import { Segmented } from "~/components/segmented";
import { SkeletonList } from "~/components/skeleton";
import { useIsWide } from "~/lib/use-media";
import styles from "./decisions.module.css";
import { Inbox } from "./inbox";
import { ofKind } from "./model";
import { Past } from "./past";
import type { DecisionsSearch } from "./search";
import { Stepper } from "./stepper";

const Several = lazy(() => import("./several"));

/** So many of what was decided at first; further back is asked for. */
const PAGE = 50;
const FURTHER = 150;
const FURTHEST = 500;

interface Props {
  search: DecisionsSearch;
  onSearch: (next: DecisionsSearch, replace?: boolean) => void;
  /** What another part of Carillon wants a yes to, above the inbox. */
  above?: ReactNode;
}

/** Posts and money in one inbox: the real thing, what a yes would mean, and yes or no. */
export function Decisions({ search, onSearch, above }: Props) {
  const { t } = useLingui();
  const seesMoney = useMay()("see_money");
  const isWide = useIsWide();
  const isPast = search.past === true;
  const [most, setMost] = useState(PAGE);
  const query = isPast ? { state: "decided" as const, ...(most > PAGE && { most }) } : { state: "open" as const };
  const list = useQuery({
    ...api.queryOptions("get", "/api/decisions/", { params: { query } }),
    // While more of the past is read, what is there stays.
    placeholderData: (before) => (isPast && most > PAGE ? before : undefined),
  });
  // The first time its cards are drawn in pieces that let a finger through; afterwards each change at once.
  const isDrawn = useDeferredValue(Boolean(list.data));
  const all = list.data ?? [];
  // A link to one card shows it, whatever the filter says.
  const isFiltered = !all.some(({ id, kind }) => id === search.show && search.kind && kind !== search.kind);
  const kind = isFiltered ? search.kind : undefined;
  const cards = ofKind(all, kind);
  // The card on screen never changes by itself: without one in the address it stays the one that came first of its kind.
  const [begun, begin] = useState<{ id: string; kind: typeof kind }>();
  const [first] = cards;
  const isBegun = begun !== undefined && begun.kind === kind;
  if (!isPast && !search.show && first && !isBegun) begin({ id: first.id, kind });
  const show = search.show ?? (isPast || !isBegun ? undefined : begun.id);
  const onShow = (next: string | undefined) => {
    begin(undefined);
    onSearch({ ...search, show: next }, !(isPast && next));
  };
  const mine = all.filter(({ may_decide }) => may_decide).length;
  const count = (of?: "post" | "money") => ofKind(all, of).length;
  const several = mine > 1 && !isPast && !search.several && (
    <Link
      to="."
      search={(old: object) => ({ ...old, several: true }) as never}
      className={buttonClass("quiet", "normal", false, styles.turn)}
      title={t`Select several`}
    >
      <Icon name="layers" />
      <span className={styles.turnWord}>{t`Select several`}</span>
    </Link>
  );
  return (
    <>
      <PageHeader
        title={isPast ? t`Decided` : t`Decisions`}
        actions={
          <>
            {(isWide || !seesMoney) && several}
            {!isWide && !isPast && !search.several && <Stepper cards={cards} show={show} onShow={onShow} />}
            <Link
              to="."
              search={{ past: isPast ? undefined : true } as never}
              className={buttonClass("quiet", "normal", false, styles.turn)}
              title={isPast ? t`What waits` : t`History`}
            >
              <Icon name={isPast ? "decisions" : "clock"} />
              <span className={styles.turnWord}>{isPast ? t`What waits` : t`History`}</span>
            </Link>
          </>
        }
      />
      {!isPast && above}
      {seesMoney && all.length > 0 && (
        <div className={styles.filter}>
          <Segmented
            wide
            label={t`Show`}
            value={kind ?? "all"}
            onChange={(next) => onSearch({ ...search, kind: next === "all" ? undefined : next, show: undefined })}
            options={[
              { value: "all", label: <Trans>All {count()}</Trans> },
              { value: "post", label: <Trans>Posts {count("post")}</Trans> },
              { value: "money", label: <Trans>Money {count("money")}</Trans> },
            ]}
          />
          {!isWide && several}
        </div>
      )}
      {!list.error && !isDrawn && <SkeletonList rows={4} height={90} />}
      {list.error && !list.data && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.data && cards.length === 0 && !show && (isPast ? <NoPast /> : <NothingWaits kind={kind} />)}
      {list.data &&
        isDrawn &&
        (cards.length > 0 || show) &&
        (isPast ? (
          <Past
            cards={cards}
            show={show}
            onShow={onShow}
            busy={list.isPlaceholderData}
            onMore={
              all.length > most * 0.6 && most < FURTHEST ? () => setMost(Math.min(most + FURTHER, FURTHEST)) : undefined
            }
          />
        ) : search.several ? (
          <Suspense fallback={<SkeletonList rows={4} height={64} />}>
            <Several cards={cards} onClose={() => onSearch({ ...search, several: undefined })} />
          </Suspense>
        ) : (
          <Inbox cards={cards} show={show} onShow={onShow} />
        ))}
    </>
  );
}

function NothingWaits({ kind }: { kind: "post" | "money" | undefined }) {
  const { t } = useLingui();
  const title =
    kind === "money"
      ? t`No money waits for a decision`
      : kind === "post"
        ? t`No post waits for a decision`
        : t`Nothing waits for a decision`;
  return (
    <Empty icon="check" title={title}>
      {t`When somebody asks, it appears here and you get a message.`}
    </Empty>
  );
}

function NoPast() {
  const { t } = useLingui();
  return (
    <Empty icon="decisions" title={t`Nothing has been decided yet`}>
      {t`Every decision is kept here: who, when, about which version, and why.`}
    </Empty>
  );
}
