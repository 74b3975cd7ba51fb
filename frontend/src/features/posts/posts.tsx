import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { type Answer, api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { Button, buttonClass } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Field, Select } from "~/components/field";
import { Icon } from "~/components/icon";
import { NetworkMark } from "~/components/network-mark";
import { PageHeader } from "~/components/page-header";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { isState, StateBadge } from "~/components/state-badge";
import { When } from "~/components/when";
import styles from "./posts.module.css";
import { type PostState, states } from "./search";

type Row = Answer<"get", "/api/posts/">["results"][number];

export interface PostsSearch {
  q: string;
  state: PostState | "";
  /** Only those nobody has said when of. */
  untimed: boolean;
  page: number;
}

/** All posts by their last change: where a draft without a time is found again. */
export function Posts({ search, onSearch }: { search: PostsSearch; onSearch: (change: Partial<PostsSearch>) => void }) {
  const { t } = useLingui();
  const may = useMay();
  const { slug } = useOrganisation();
  const { q, state, untimed, page } = search;
  const query = { q, page, ...(state ? { state: [state] } : {}), ...(untimed ? { unscheduled: true } : {}) };
  const posts = useQuery({
    ...api.queryOptions("get", "/api/posts/", { params: { query } }),
    placeholderData: keepPreviousData,
  });
  const rows = posts.data?.results ?? [];
  const isFiltered = q !== "" || state !== "" || untimed;
  const write = may("write") && (
    <Link to={`/${slug}/posts/new` as string} className={buttonClass("primary")}>
      <Icon name="plus" />
      {t`New post`}
    </Link>
  );
  return (
    <>
      <PageHeader title={t`Posts`} actions={write}>
        {posts.data && <Plural value={posts.data.count} one="# post" other="# posts" />}
      </PageHeader>
      <Filters search={search} onSearch={onSearch} />
      {posts.error && !posts.data ? (
        <ErrorState error={posts.error} retry={() => void posts.refetch()} />
      ) : posts.isPending ? (
        <SkeletonList rows={8} />
      ) : rows.length === 0 ? (
        <Empty icon="pen" title={isFiltered ? t`No post fits` : t`No post yet`} action={!isFiltered && write}>
          {isFiltered ? <Trans>Try fewer words or another state.</Trans> : <Trans>Write the first one.</Trans>}
        </Empty>
      ) : (
        <Panel>
          <ul>
            {rows.map((post) => (
              <li key={post.id} className={styles.item}>
                <PostRow post={post} slug={slug} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {(posts.data?.next || page > 1) && (
        <nav className={styles.pages} aria-label={t`Pages`}>
          <Button icon="left" disabled={page <= 1} onClick={() => onSearch({ page: page - 1 })}>{t`Newer`}</Button>
          <Button disabled={!posts.data?.next} onClick={() => onSearch({ page: page + 1 })}>
            {t`Older`}
            <Icon name="right" />
          </Button>
        </nav>
      )}
    </>
  );
}

function PostRow({ post, slug }: { post: Row; slug: string }) {
  const { t } = useLingui();
  return (
    <Link to={`/${slug}/posts/${post.id}` as string} className={styles.row}>
      <span className={styles.line}>{post.first_line || t`Post without a text`}</span>
      <span className={styles.facts}>
        {isState(post.state) && <StateBadge state={post.state} />}
        <span className={styles.networks}>
          {post.networks.map((network) => (
            <NetworkMark key={network} network={network} />
          ))}
        </span>
        <span>{post.languages.join(" · ").toUpperCase()}</span>
        <span>{post.next_at ? <When at={post.next_at} /> : t`No time yet`}</span>
        <span className={styles.author}>{post.author_name}</span>
      </span>
    </Link>
  );
}

function Filters({ search, onSearch }: { search: PostsSearch; onSearch: (change: Partial<PostsSearch>) => void }) {
  const { t } = useLingui();
  const [words, setWords] = useState(search.q);
  useEffect(() => {
    if (words.trim() === search.q) return;
    const timer = setTimeout(() => onSearch({ q: words.trim(), page: 1 }), 250);
    return () => clearTimeout(timer);
  }, [words, search.q, onSearch]);
  const names: Record<PostState, string> = {
    draft: t`Draft`,
    in_review: t`Needs approval`,
    changes_asked: t`Changes asked`,
    rejected: t`Rejected`,
    approved: t`Approved`,
    held: t`On hold`,
    expired: t`Expired`,
  };
  return (
    <div className={styles.filters}>
      <Field
        label={t`Search`}
        labelHidden
        type="search"
        placeholder={t`Words in any text`}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Select
        label={t`State`}
        labelHidden
        value={search.state}
        onChange={(event) => onSearch({ state: event.target.value as PostState | "", page: 1 })}
      >
        <option value="">{t`Every state`}</option>
        {states.map((state) => (
          <option key={state} value={state}>
            {names[state]}
          </option>
        ))}
      </Select>
      <Button
        icon={search.untimed ? "check" : "clock"}
        aria-pressed={search.untimed}
        look={search.untimed ? "primary" : "normal"}
        onClick={() => onSearch({ untimed: !search.untimed, page: 1 })}
      >{t`Without a time`}</Button>
    </div>
  );
}
