import { Plural, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Field, Select } from "~/components/field";
import { SkeletonList } from "~/components/skeleton";
import { isState, StateBadge } from "~/components/state-badge";
import { When } from "~/components/when";
import styles from "./aimless.module.css";
import { useAssign } from "./use-assign";

const states = ["draft", "in_review", "changes_asked", "rejected", "approved"] as const;
const PAGE = 50;

/** Posts without a campaign, or of one that serves no objective: seen, and given one together. */
export default function Aimless() {
  const { t } = useLingui();
  const mayPlan = useMay()("plan");
  const { slug } = useOrganisation();
  const [q, search] = useState("");
  const [state, setState] = useState("");
  const [page, turn] = useState(1);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [campaign, setCampaign] = useState("");
  const query = { aimless: true, page, page_size: PAGE, ...(q && { q }), ...(state && { state: [state] }) };
  const posts = useQuery({
    ...api.queryOptions("get", "/api/posts/", { params: { query } }),
    placeholderData: keepPreviousData,
  });
  const campaigns = useQuery(api.queryOptions("get", "/api/campaigns/", { params: { query: { archived: false } } }));
  const known = campaigns.data?.results ?? [];
  const assign = useAssign(() => choose(new Set()));
  const rows = posts.data?.results ?? [];
  const names: Record<(typeof states)[number], string> = {
    draft: t`Draft`,
    in_review: t`Needs approval`,
    changes_asked: t`Changes asked`,
    rejected: t`Rejected`,
    approved: t`Approved`,
  };
  const isAll = rows.length > 0 && rows.every(({ id }) => chosen.has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  if (posts.error && !posts.data) return <ErrorState error={posts.error} retry={() => void posts.refetch()} />;
  return (
    <div className={styles.stack}>
      <p className={styles.aside}>
        {t`These posts belong to no campaign, or to one that leads to no objective. Some may stay so; many are better told what for.`}
      </p>
      <div className={styles.filters}>
        <Field
          label={t`Search`}
          labelHidden
          type="search"
          placeholder={t`Words in any text`}
          value={q}
          onChange={(event) => {
            search(event.target.value);
            turn(1);
          }}
        />
        <Select
          label={t`State`}
          labelHidden
          value={state}
          onChange={(event) => {
            setState(event.target.value);
            turn(1);
          }}
        >
          <option value="">{t`Every state`}</option>
          {states.map((each) => (
            <option key={each} value={each}>
              {names[each]}
            </option>
          ))}
        </Select>
      </div>
      {posts.isPending && <SkeletonList rows={6} />}
      {posts.data && rows.length === 0 && (
        <Empty icon="check" title={q || state ? t`No post fits` : t`Every post serves a goal`}>
          {q || state
            ? t`Try fewer words or another state.`
            : t`All posts belong to a campaign that leads to an objective.`}
        </Empty>
      )}
      {rows.length > 0 && (
        <>
          {mayPlan && (
            <div className={styles.act}>
              <Checkbox
                label={
                  chosen.size ? (
                    <Plural value={chosen.size} one="# chosen" other="# chosen" />
                  ) : (
                    t`Choose all on this page`
                  )
                }
                checked={isAll}
                onChange={() => choose(isAll ? new Set() : new Set(rows.map(({ id }) => id)))}
              />
              <Select
                label={t`Campaign to give them`}
                labelHidden
                value={campaign}
                onChange={(event) => setCampaign(event.target.value)}
              >
                <option value="">{t`Choose a campaign`}</option>
                {known.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.objective ? each.name : t`${each.name} (serves no objective yet)`}
                  </option>
                ))}
              </Select>
              <Button
                look="primary"
                icon="check"
                disabled={chosen.size === 0 || !campaign}
                busy={assign.isPending}
                onClick={() =>
                  assign.run(
                    [...chosen],
                    known.find(({ id }) => id === campaign),
                  )
                }
              >{t`Give them this campaign`}</Button>
            </div>
          )}
          <ul className={styles.rows}>
            {rows.map((post) => {
              const name = post.first_line || t`Post without a text`;
              return (
                <li key={post.id}>
                  {mayPlan && (
                    <Checkbox
                      label={<span className="only-read">{t`Choose ${name}`}</span>}
                      checked={chosen.has(post.id)}
                      onChange={() => toggle(post.id)}
                    />
                  )}
                  <Link to={`/${slug}/posts/${post.id}` as string}>{name}</Link>
                  <span className={styles.facts}>
                    {isState(post.state) && <StateBadge state={post.state} compact />}
                    {post.next_at ? <When at={post.next_at} /> : t`No time yet`}
                    {post.campaign && <span>{known.find(({ id }) => id === post.campaign)?.name}</span>}
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {(posts.data?.next || page > 1) && (
        <nav className={styles.pages} aria-label={t`Pages`}>
          <Button icon="left" disabled={page <= 1} onClick={() => turn(page - 1)}>{t`Newer`}</Button>
          <Button disabled={!posts.data?.next} onClick={() => turn(page + 1)}>{t`Older`}</Button>
        </nav>
      )}
    </div>
  );
}
