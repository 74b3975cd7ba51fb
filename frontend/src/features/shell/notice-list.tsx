import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Icon } from "~/components/icon";
import { SkeletonList } from "~/components/skeleton";
import { toastProblem } from "~/components/toast";
import { When } from "~/components/when";
import { noticeIcon } from "./notice-icons";
import styles from "./notices.module.css";

const SHOWN = 40;

/** What Carillon has told this person here, newest first. Following one counts as having read it. */
export function NoticeList({ onGo }: { onGo: () => void }) {
  const { t } = useLingui();
  const organisation = useOrganisation();
  const queryClient = useQueryClient();
  const { data, error, isPending, refetch } = useQuery(
    api.queryOptions("get", "/api/notices/", { params: { query: { page_size: SHOWN } } }),
  );
  const fresh = { onError: toastProblem, onSettled: () => api.refresh(queryClient, "/api/notices/") };
  const read = useMutation(api.mutationOptions("post", "/api/notices/{id}/read/", fresh));
  const readAll = useMutation(api.mutationOptions("post", "/api/notices/read-all/", fresh));
  const notices = data?.results ?? [];
  if (isPending) return <SkeletonList rows={4} />;
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (notices.length === 0) {
    return (
      <Empty icon="bell" title={t`Nothing yet`}>
        {t`Carillon tells you here what waits for you, what went wrong and what was decided.`}
      </Empty>
    );
  }
  return (
    <>
      {notices.some(({ read_at }) => read_at === null) && (
        <p className={styles.bar}>
          <Button size="small" look="plain" icon="check" busy={readAll.isPending} onClick={() => readAll.mutate({})}>
            {t`Mark all as read`}
          </Button>
        </p>
      )}
      <ul className={styles.list}>
        {notices.map(({ id, code, message, path, created_at, read_at }) => {
          const isNew = read_at === null;
          const open = () => {
            if (isNew) read.mutate({ params: { path: { id } } });
            if (path) onGo();
          };
          const inside = (
            <>
              <Icon name={noticeIcon(code)} className={styles.icon} />
              <span className={styles.words}>
                {isNew && <span className="only-read">{t`New`}: </span>}
                {message}
                <span className={styles.when}>
                  <When at={created_at} show="relative" />
                </span>
              </span>
              {isNew && <span className={styles.dot} aria-hidden="true" />}
            </>
          );
          return (
            <li key={id} className={isNew ? styles.new : undefined}>
              {path ? (
                <Link to={`/${organisation.slug}${path}` as string} className={styles.notice} onClick={open}>
                  {inside}
                </Link>
              ) : (
                <button type="button" className={styles.notice} onClick={open}>
                  {inside}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
