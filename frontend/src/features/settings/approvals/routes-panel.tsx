import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { IconButton } from "~/components/icon-button";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { Tag } from "~/components/tag";
import { toast, toastProblem } from "~/components/toast";
import { moved } from "../model";
import styles from "./approvals.module.css";
import type { Route } from "./model";
import { RouteDialog } from "./route-dialog";
import { useNamed, useSentence } from "./use-sentence";

/** The routes in the order in which they are looked at, each as a sentence. */
export function RoutesPanel() {
  const { t } = useLingui();
  const canManage = useMay()("manage");
  const named = useNamed();
  const { data, error, refetch } = useQuery(api.queryOptions("get", "/api/routes/"));
  const [editing, edit] = useState<Route | "new">();
  const routes = data ?? [];
  return (
    <Panel
      title={t`Routes of approval`}
      aside={
        canManage && (
          <Button size="small" icon="plus" onClick={() => edit("new")}>
            {t`Add a route`}
          </Button>
        )
      }
    >
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonList rows={2} />}
      {data && routes.length === 0 && (
        <Empty icon="split" title={t`No routes yet: the usual way counts`}>
          {t`Posts need a yes from one person who may decide, money from as many as its sum asks for.`}
        </Empty>
      )}
      {routes.length > 0 && (
        <>
          <p className={styles.lead}>
            <Trans>The first that fits counts. Where none fits, the usual way counts.</Trans>
          </p>
          <ol className={styles.routes}>
            {routes.map((route) => (
              <RouteRow
                key={route.id}
                route={route}
                routes={routes}
                named={named}
                canManage={canManage}
                onEdit={() => edit(route)}
              />
            ))}
          </ol>
        </>
      )}
      {editing && (
        <RouteDialog route={editing === "new" ? undefined : editing} named={named} onClose={() => edit(undefined)} />
      )}
    </Panel>
  );
}

interface RowProps {
  route: Route;
  routes: readonly Route[];
  named: ReturnType<typeof useNamed>;
  canManage: boolean;
  onEdit: () => void;
}

function RouteRow({ route, routes, named, canManage, onEdit }: RowProps) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const { about, step, peopleIn } = useSentence(named);
  const [isRemoving, setRemoving] = useState(false);
  const again = () => api.refresh(queryClient, "/api/routes/");
  const order = useMutation(
    api.mutationOptions("post", "/api/routes/order/", { onSuccess: again, onError: toastProblem }),
  );
  const remove = useMutation(
    api.mutationOptions("delete", "/api/routes/{id}/", {
      onError: toastProblem,
      onSuccess: async () => {
        setRemoving(false);
        await again();
        toast(t`The route is removed. What was asked by it keeps its steps.`);
      },
    }),
  );
  const at = routes.indexOf(route);
  const move = (by: -1 | 1) => order.mutate({ body: { ids: moved(routes, route, by).map(({ id }) => id) } });
  const steps = route.steps.map((each) => step({ ...each, people: peopleIn(each.people ?? []) }));
  const what = about(route);
  return (
    <li className={styles.route}>
      <div className={styles.words}>
        <p>
          <strong>{what}</strong> {!route.is_on && <Tag>{t`Off`}</Tag>}
        </p>
        {steps.length === 0 && <p>{t`Nobody is asked.`}</p>}
        {steps.length === 1 && <p className={styles.step}>{steps[0]}</p>}
        {steps.length > 1 && (
          <ol className={styles.steps}>
            {steps.map((words, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name but their place
              <li key={index}>{words}</li>
            ))}
          </ol>
        )}
      </div>
      {canManage && (
        <div className={styles.acts}>
          <IconButton icon="up" look="plain" label={t`Earlier`} disabled={at === 0} onClick={() => move(-1)} />
          <IconButton
            icon="down"
            look="plain"
            label={t`Later`}
            disabled={at === routes.length - 1}
            onClick={() => move(1)}
          />
          <IconButton icon="pen" look="plain" label={t`Change this route`} onClick={onEdit} />
          <IconButton icon="trash" look="plain" label={t`Remove this route`} onClick={() => setRemoving(true)} />
        </div>
      )}
      <ConfirmDialog
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        onConfirm={() => remove.mutate({ params: { path: { id: route.id } } })}
        busy={remove.isPending}
        title={t`Remove this route?`}
        confirm={t`Remove`}
        danger
      >
        <p>{what}</p>
        <p>{t`From now on the next route that fits counts, or the usual way.`}</p>
      </ConfirmDialog>
    </li>
  );
}
