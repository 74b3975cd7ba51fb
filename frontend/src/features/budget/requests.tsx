import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { usePages } from "~/api/pages";
import { Button } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import styles from "./budget.module.css";
import type { Period } from "./model";
import { RequestRow } from "./request-row";

interface Props {
  period: Period;
  /** The request that is opened. */
  open: string | undefined;
  onOpen: (id: string | undefined) => void;
}

const STEP = 50;

/** What was asked for, newest first; who may only ask sees their own. */
export function Requests({ period, open, onOpen }: Props) {
  const { t } = useLingui();
  const sees = useMay()("see_money");
  const list = usePages("/api/requests/", { period: period.id }, STEP);
  // A link may lead to a request of another period or of long ago.
  const listed = list.rows ?? [];
  const single = useQuery({
    ...api.queryOptions("get", "/api/requests/{id}/", { params: { path: { id: open ?? "" } } }),
    enabled: Boolean(open && list.rows && !listed.some(({ id }) => id === open)),
  });
  if (list.error && !list.rows) return <ErrorState error={list.error} retry={list.retry} />;
  if (!list.rows) return <SkeletonList rows={4} height={72} />;
  const rows = open && single.data && single.data.id === open ? [single.data, ...listed] : listed;
  return (
    <Panel title={sees ? t`Requests` : t`Your requests`}>
      {rows.length === 0 ? (
        <Empty icon="euro" title={t`Nothing was asked for yet`}>
          {t`Ask before money is promised to somebody: the request is decided by another person.`}
        </Empty>
      ) : (
        <ul>
          {rows.map((request) => (
            <RequestRow
              key={request.id}
              request={request}
              period={period}
              isOpen={request.id === open}
              onToggle={() => onOpen(request.id === open ? undefined : request.id)}
            />
          ))}
        </ul>
      )}
      {list.hasMore && (
        <div className={styles.more}>
          <Button busy={list.isFetchingMore} onClick={list.more}>{t`Show more`}</Button>
        </div>
      )}
    </Panel>
  );
}
