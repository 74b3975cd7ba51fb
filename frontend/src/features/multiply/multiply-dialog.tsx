import { Plural, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { ErrorState } from "~/components/error-state";
import { Segmented } from "~/components/segmented";
import { SkeletonList } from "~/components/skeleton";
import { useIsWide } from "~/lib/use-media";
import { Choices, type Chosen } from "./choices";
import { type Asked, beforeEvent, type Plan, plansOf, ways } from "./model";
import styles from "./multiply.module.css";
import { PlanCard } from "./plan-card";
import { useMake } from "./use-make";

/** One message becomes several: choose how, see each with its text and time, change them, make real drafts. */
export default function MultiplyDialog({ post, onClose }: { post: string; onClose: () => void }) {
  const { t } = useLingui();
  const isWide = useIsWide();
  const [chosen, choose] = useState<Chosen>({
    how: "channel",
    channels: [],
    unit: "",
    reminders: ["days-after", "weeks-after"],
    event: "",
  });
  const [plans, plan] = useState<Plan[]>([]);
  const channels = useQuery(api.queryOptions("get", "/api/channels/"));
  const { event, ...rest } = chosen;
  const body: Asked = {
    ...rest,
    reminders: event ? rest.reminders : rest.reminders.filter((each) => !beforeEvent.has(each)),
    event: event || null,
  };
  const preview = useQuery({
    queryKey: ["multiply", post, body],
    queryFn: () => api.send("post", "/api/posts/{id}/multiply/preview/", { params: { path: { id: post } }, body }),
    retry: false,
    gcTime: 0,
  });
  useEffect(() => plan(plansOf(preview.data?.proposals ?? [])), [preview.data]);
  const make = useMake(post, onClose);
  const taken = plans.filter(({ isTaken }) => isTaken);
  const words = { channel: t`Channel`, language: t`Language`, quote: t`Quote`, reminder: t`Reminder` };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`One message into several`}
      width="wide"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" busy={make.isPending} disabled={taken.length === 0} onClick={() => make.run(taken)}>
            <Plural value={taken.length} one="Make # draft" other="Make # drafts" />
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <Segmented
          label={t`One post for each`}
          value={chosen.how}
          onChange={(how) => choose({ ...chosen, how })}
          options={ways.map((value) => ({ value, label: words[value] }))}
          wide={!isWide}
        />
        <Choices
          chosen={chosen}
          onChange={choose}
          units={preview.data?.units ?? []}
          channels={channels.data?.results ?? []}
        />
        {preview.error && <ErrorState error={preview.error as never} retry={() => void preview.refetch()} />}
        {preview.isPending && <SkeletonList rows={3} height={90} />}
        <ul className={styles.plans} aria-label={t`What will be made`}>
          {plans.map((each) => (
            <li key={each.key}>
              <PlanCard
                plan={each}
                how={chosen.how}
                channels={channels.data?.results ?? []}
                onChange={(next) => plan(plans.map((other) => (other.key === each.key ? next : other)))}
              />
            </li>
          ))}
        </ul>
        <p className={styles.small}>
          {t`All are drafts and remember what they were made from. The same text is not sent twice on a channel within 24 hours: where it would be, the time was moved on.`}
        </p>
      </div>
    </Dialog>
  );
}
