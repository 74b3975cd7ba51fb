import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Checkbox } from "~/components/checkbox";
import { toastProblem } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import styles from "./moments.module.css";

/** Days that Carillon knows by itself; each can be switched off for the whole organisation. */
export function ShippedList({ mayPlan }: { mayPlan: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  const queryClient = useQueryClient();
  const shipped = useQuery(api.queryOptions("get", "/api/moments/shipped/")).data;
  const show = useMutation(
    api.mutationOptions("put", "/api/moments/shipped/{key}/", {
      onSettled: () => void api.refresh(queryClient, "/api/moments/shipped/", "/api/layers/"),
      onError: toastProblem,
    }),
  );
  if (!shipped) return null;
  const year = new Date().getFullYear();
  return (
    <fieldset className={styles.shipped} disabled={!mayPlan}>
      <legend className={styles.title}>{t`World days and elections`}</legend>
      <p className="muted">{t`What you switch off is gone from everybody's calendar in your organisation.`}</p>
      {shipped.map(({ key, on, name, is_shown }) => (
        <Checkbox
          key={key}
          label={name}
          hint={on.length === 10 ? format.date(on, "long") : format.date(`${year}-${on}`, "short")}
          checked={show.isPending && show.variables?.params.path.key === key ? !is_shown : is_shown}
          onChange={(event) => show.mutate({ params: { path: { key } }, body: { is_shown: event.target.checked } })}
        />
      ))}
    </fieldset>
  );
}
