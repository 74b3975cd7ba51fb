import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { isState, StateBadge } from "~/components/state-badge";
import styles from "./library.module.css";
import type { Asset } from "./model";

/** The posts that show it. */
export function UsedIn({ asset }: { asset: Asset }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const posts = useQuery({
    ...api.queryOptions("get", "/api/posts/", { params: { query: { asset: asset.id, page_size: 20 } } }),
    enabled: asset.used_in > 0,
  });
  if (asset.used_in === 0) {
    return (
      <p className="muted">
        <Trans>No post shows it.</Trans>
      </p>
    );
  }
  return (
    <section aria-label={t`Where it is used`}>
      <h3>
        <Trans>Where it is used</Trans>
      </h3>
      <ul className={styles.used}>
        {posts.data?.results.map(({ id, first_line: line, state }) => (
          <li key={id}>
            <Link to={`/${slug}/posts/${id}` as string} className={styles.post}>
              <span className={styles.line}>{line || t`Post without a text`}</span>
              {isState(state) && <StateBadge state={state} />}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
