import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import type { components } from "~/api/schema.gen";
import { ErrorState } from "~/components/error-state";
import { Select } from "~/components/field";
import { Panel } from "~/components/panel";
import { Segmented } from "~/components/segmented";
import { SkeletonList } from "~/components/skeleton";
import { toast, toastProblem } from "~/components/toast";
import { Devices } from "./devices";
import styles from "./parts.module.css";

const hours = Array.from({ length: 24 }, (_, hour) => hour);

export type Telling = components["schemas"]["Telling"];
export const tellingOptions = () => api.queryOptions("get", "/api/me/telling/");

/** How the person is told of what needs them: by e-mail, and on which phones and browsers. */
export function NoticesPanel() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(tellingOptions());
  return (
    <Panel title={t`Notices`} padded>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonList rows={3} />}
      {data && (
        <div className={styles.form}>
          <ByMail telling={data} />
          <Devices telling={data} />
        </div>
      )}
    </Panel>
  );
}

function ByMail({ telling }: { telling: Telling }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const save = useMutation(
    api.mutationOptions("patch", "/api/me/telling/", {
      onSuccess: (saved) => {
        queryClient.setQueryData(tellingOptions().queryKey, saved);
        toast(t`Saved.`);
      },
      onError: toastProblem,
    }),
  );
  const { mail, daily_hour } = { ...telling, ...(save.isPending ? save.variables?.body : undefined) };
  return (
    <div className={styles.stack}>
      <h3 className={styles.legend}>{t`By e-mail`}</h3>
      <Segmented
        wide
        wraps
        label={t`By e-mail`}
        value={mail}
        onChange={(next) => save.mutate({ body: { mail: next } })}
        options={[
          { value: "at_once", label: t`At once` },
          { value: "daily", label: t`Once a day` },
          { value: "none", label: t`Never` },
        ]}
      />
      {mail === "daily" && (
        <div className={styles.short}>
          <Select
            label={t`At what time`}
            value={String(daily_hour)}
            onChange={(event) => save.mutate({ body: { daily_hour: Number(event.target.value) } })}
          >
            {hours.map((hour) => (
              <option key={hour} value={hour}>
                {`${String(hour).padStart(2, "0")}:00`}
              </option>
            ))}
          </Select>
        </div>
      )}
      <p className={styles.hint}>
        {mail === "at_once" && t`Each time something needs you.`}
        {mail === "daily" &&
          t`One letter with what you have not read yet. What cannot wait still comes at once: something went wrong, or a decision is pressing.`}
        {mail === "none" && t`You see it in Carillon only, and on the devices below.`}
      </p>
    </div>
  );
}
