import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Field } from "~/components/field";
import { IconButton } from "~/components/icon-button";
import { toast, toastProblem } from "~/components/toast";
import styles from "./cadence.module.css";
import type { Row } from "./model";

/** From how many a day on the channel is warned; the usual figure of the network until somebody sets another. */
export function Limit({ row }: { row: Row }) {
  const { t } = useLingui();
  const mayPlan = useMay()("plan");
  const queryClient = useQueryClient();
  const { channel, name, daily_most: most, is_own_limit: isOwn } = row;
  const [typed, type] = useState(String(most));
  useEffect(() => type(String(most)), [most]);
  const save = useMutation(
    api.mutationOptions("put", "/api/cadence/limits/{id}/", {
      onError: toastProblem,
      onSettled: () => api.refresh(queryClient, "/api/cadence/"),
    }),
  );
  const at = (next: number | null) => ({ params: { path: { id: channel } }, body: { most: next } });
  const put = (next: number | null) => {
    const before = isOwn ? most : null;
    save.mutate(at(next), { onSuccess: () => toast(t`Saved.`, { undo: () => save.mutate(at(before)) }) });
  };
  if (!mayPlan) return <p className={styles.limit}>{t`at most ${most} a day`}</p>;
  const leave = () => {
    const next = Math.trunc(Number(typed));
    if (next >= 1 && next <= 200 && next !== most) put(next);
    else type(String(most));
  };
  return (
    <div className={styles.limit}>
      <span>{t`at most`}</span>
      <Field
        label={t`Most posts a day on ${name}`}
        labelHidden
        inputMode="numeric"
        maxLength={3}
        value={typed}
        onChange={(event) => type(event.target.value.replace(/\D/g, ""))}
        onBlur={leave}
        onKeyDown={(event) => event.key === "Enter" && leave()}
      />
      <span>{isOwn ? t`a day` : t`a day (usual)`}</span>
      {isOwn && (
        <IconButton icon="undo" look="plain" label={t`Back to the usual limit of ${name}`} onClick={() => put(null)} />
      )}
    </div>
  );
}
