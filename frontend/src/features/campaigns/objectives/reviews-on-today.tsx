import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useMay, useMe, useOrganisation } from "~/api/me";
import { Note } from "~/components/note";
import { useFormat } from "~/lib/use-format";

/** Objectives that were to be looked at by now: one's own, and those nobody answers for if one plans. */
export function ReviewsOnToday() {
  const { t } = useLingui();
  const format = useFormat();
  const me = useMe();
  const { slug } = useOrganisation();
  const mayPlan = useMay()("plan");
  const { data = [] } = useQuery(
    api.queryOptions("get", "/api/objectives/", { params: { query: { archived: false } } }),
  );
  return data
    .filter(({ is_review_overdue: isOverdue, owner }) => isOverdue && (owner === me.id || (owner === null && mayPlan)))
    .map(({ id, name, review_on: day }) => (
      <Note key={id} tone="attention" icon="clock">
        <Link to={`/${slug}/campaigns?objective=${id}` as string}>{name}</Link>
        {": "}
        {t`Review overdue since ${format.date(day ?? "")}`}
      </Note>
    ));
}
