import { Plural, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Select } from "~/components/field";
import { SkeletonList } from "~/components/skeleton";
import { useFormat } from "~/lib/use-format";
import styles from "./gaps.module.css";
import { assigned, type Channel, type Draft, fits, type Gap, type Slot, slotsOf } from "./model";
import { usePlace } from "./use-place";

const MOST = 50;

/** Drafts that nobody has said when of: choose some, see where each would go, place them together. */
export function Fill({
  gaps,
  channels,
  onDone,
}: {
  gaps: readonly Gap[];
  channels: readonly Channel[];
  onDone: () => void;
}) {
  const { t } = useLingui();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [wanted, want] = useState<ReadonlyMap<string, Slot>>(new Map());
  const query = useQuery(
    api.queryOptions("get", "/api/posts/", {
      params: { query: { unscheduled: true, state: ["draft"], page_size: MOST } },
    }),
  );
  const place = usePlace(onDone);
  if (query.error && !query.data) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonList rows={4} />;
  const slots = slotsOf(gaps);
  const isUseful = (draft: Draft) =>
    slots.some(({ channel: id }) => {
      const channel = channels.find((each) => each.id === id);
      return channel !== undefined && fits(draft, channel);
    });
  const drafts = query.data.results.filter(isUseful);
  if (drafts.length === 0) {
    return (
      <Empty icon="pen" title={t`No draft fits`}>
        {t`Drafts without a time, in a language of these channels, appear here. Write some for days when nothing happens.`}
      </Empty>
    );
  }
  const picked = drafts.filter(({ id }) => chosen.has(id));
  const free = slots.filter(({ key }) => ![...wanted].some(([id, slot]) => chosen.has(id) && slot.key === key));
  const plan = new Map([
    ...assigned(
      picked.filter(({ id }) => !wanted.has(id)),
      free,
      channels,
    ),
    ...[...wanted].filter(([id]) => chosen.has(id)),
  ]);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  return (
    <>
      <ul className={styles.drafts}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <Checkbox
              label={draft.first_line || t`Post without a text`}
              hint={draft.languages.join(" · ").toUpperCase()}
              checked={chosen.has(draft.id)}
              onChange={() => toggle(draft.id)}
            />
            {chosen.has(draft.id) && (
              <Where
                draft={draft}
                slot={plan.get(draft.id)}
                slots={slots.filter(
                  ({ key }) => plan.get(draft.id)?.key === key || ![...plan.values()].some((slot) => slot.key === key),
                )}
                channels={channels}
                onChange={(slot) => want(new Map(wanted).set(draft.id, slot))}
              />
            )}
          </li>
        ))}
      </ul>
      <p className={styles.foot}>
        <span className={styles.small}>
          {plan.size < picked.length && (
            <Plural value={picked.length - plan.size} one="# draft finds no place." other="# drafts find no place." />
          )}
        </span>
        <Button
          look="primary"
          icon="check"
          disabled={plan.size === 0}
          busy={place.isPending}
          onClick={() =>
            place.run(
              [...plan].map(([post, slot]) => ({ post, channel: slot.channel, at: slot.at })),
              channels,
            )
          }
        >
          <Plural value={plan.size} one="Place # draft" other="Place # drafts" />
        </Button>
      </p>
    </>
  );
}

interface WhereProps {
  draft: Draft;
  slot: Slot | undefined;
  slots: readonly Slot[];
  channels: readonly Channel[];
  onChange: (slot: Slot) => void;
}

function Where({ draft, slot, slots, channels, onChange }: WhereProps) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <div className={styles.where}>
      <Select
        label={t`Where “${draft.first_line}” goes`}
        labelHidden
        value={slot?.key ?? ""}
        onChange={(event) => {
          const next = slots.find(({ key }) => key === event.target.value);
          if (next) onChange(next);
        }}
      >
        {!slot && <option value="">{t`No place`}</option>}
        {slots.map(({ key, channel: id, at }) => {
          const channel = channels.find((each) => each.id === id);
          return channel && fits(draft, channel) ? (
            <option key={key} value={key}>
              {`${format.date(at.slice(0, 10), "short")}, ${at.slice(11)} · ${channel.name}`}
            </option>
          ) : null;
        })}
      </Select>
    </div>
  );
}
