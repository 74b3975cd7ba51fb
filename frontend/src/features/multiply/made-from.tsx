import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Icon } from "~/components/icon";
import styles from "./multiply.module.css";

/** Which post this one was made from, with the way there. */
export function MadeFrom({ post }: { post: string }) {
  const { slug } = useOrganisation();
  const { data } = useQuery({
    ...api.queryOptions("get", "/api/posts/{id}/", { params: { path: { id: post } } }),
    enabled: post !== "new",
  });
  const source = data?.made_from;
  if (!source) return null;
  const line = source.first_line.slice(0, 80);
  return (
    <p className={styles.from}>
      <Icon name="split" size={14} />
      <Link to={`/${slug}/posts/${source.id}` as string}>
        <Trans>Made from “{line}”</Trans>
      </Link>
    </p>
  );
}
