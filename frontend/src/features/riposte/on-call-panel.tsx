import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { ErrorState } from "~/components/error-state";
import { Icon } from "~/components/icon";
import { Panel } from "~/components/panel";
import { Skeleton } from "~/components/skeleton";
import { useFormat } from "~/lib/use-format";
import styles from "./riposte.module.css";

const RotaDialog = lazy(() => import("./rota-dialog"));

/** Who is asked first now, and the way to the rota. */
export function OnCallPanel() {
  const { t } = useLingui();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useQuery(api.queryOptions("get", "/api/on-call/"));
  const first = data?.now[0];
  const next = data?.duties.find(({ starts_at }) => Date.parse(starts_at) > Date.now());
  const nextName = next?.person.name ?? "";
  const nextFrom = next ? format.dateTime(next.starts_at) : "";
  return (
    <Panel
      title={t`On call`}
      aside={
        <Button look="plain" size="small" icon="calendar" onClick={() => setOpen(true)} disabled={!data}>
          {data?.may_set ? t`Set the rota` : t`See the rota`}
        </Button>
      }
      padded
    >
      {error && !data ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Skeleton width="60%" />
      ) : (
        <div className={styles.stack}>
          <p className={styles.who}>
            <Icon name="person" />
            {first ? (
              <strong>{data.is_mine ? t`You` : first.name}</strong>
            ) : (
              <Trans>Nobody: everybody who decides on posts is asked</Trans>
            )}
          </p>
          {data.mine_until && <MineUntil at={data.mine_until} />}
          <p className={styles.hint}>
            <Plural
              value={data.patience_min}
              one="Without an answer in # minute the next is asked too."
              other="Without an answer in # minutes the next is asked too."
            />
            {next && (
              <>
                {" "}
                <Trans>
                  Next: {nextName}, from {nextFrom}.
                </Trans>
              </>
            )}
          </p>
        </div>
      )}
      <Suspense fallback={null}>{isOpen && data && <RotaDialog rota={data} onClose={() => setOpen(false)} />}</Suspense>
    </Panel>
  );
}

export function MineUntil({ at }: { at: string }) {
  const until = useFormat().dateTime(at);
  return (
    <p>
      <Trans>You are on call until {until}.</Trans>
    </p>
  );
}
