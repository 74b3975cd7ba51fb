import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { IconButton } from "~/components/icon-button";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { isState, StateBadge } from "~/components/state-badge";
import { openMultiply } from "~/lib/multiply";
import styles from "./parts.module.css";

/** Its posts that were worked on last; each can become several. */
export function NewestPosts({ id }: { id: string }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const mayWrite = useMay()("write");
  const query = useQuery(
    api.queryOptions("get", "/api/posts/", { params: { query: { campaign: [id], page_size: 8 } } }),
  );
  if (query.data?.count === 0) return null;
  return (
    <Panel title={t`Worked on last`} padded>
      {!query.data && <SkeletonList rows={4} />}
      <ul className={styles.rows}>
        {query.data?.results.map((post) => (
          <li key={post.id}>
            <Link to={`/${slug}/posts/${post.id}` as string}>{post.first_line || t`Post without a text`}</Link>
            {isState(post.state) && <StateBadge state={post.state} compact />}
            {mayWrite && (
              <IconButton
                icon="split"
                look="plain"
                label={t`One message into several: ${post.first_line}`}
                onClick={() => openMultiply(post.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {query.data?.next && (
        <p className={styles.aside}>
          <Trans>The rest is in the calendar.</Trans>
        </p>
      )}
    </Panel>
  );
}
