import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Button, buttonClass } from "~/components/button";
import { When } from "~/components/when";
import { repairs } from "./model";
import type { Repair } from "./repair-dialog";
import styles from "./rows.module.css";
import type { Trouble } from "./use-troubles";

interface Props {
  trouble: Trouble;
  maySend: boolean;
  onRepair: (repair: Repair) => void;
}

/** The posts of one cause, folded away; each can be repaired by itself. */
export function TroubledPosts({ trouble, maySend, onRepair }: Props) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const [isOpen, setOpen] = useState(false);
  const { cause, kind, count, posts } = trouble;
  const can = repairs(kind);
  const all = useQuery({
    queryKey: ["post", "/api/troubles/posts/", cause, count],
    queryFn: () => api.send("post", "/api/troubles/posts/", { body: { cause } }),
    enabled: isOpen && count > posts.length && kind !== "waits",
  });
  return (
    <details className={styles.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t`Show them`}</summary>
      <ul>
        {(all.data ?? posts).map((post) => {
          const line = post.first_line || t`No text yet`;
          return (
            <li key={post.placement} className={styles.post}>
              <span className={styles.line}>
                <Link to={`/${slug}/posts/${post.post}` as string}>{line}</Link>
                <span className={styles.facts}>
                  <When at={post.planned_at} />
                </span>
              </span>
              {can.look && post.delivery && (
                <Link to={`/${slug}/looks/${post.delivery}` as string} className={buttonClass("normal", "small")}>
                  {t`Look at it`}
                  <span className="only-read">: {line}</span>
                </Link>
              )}
              {maySend && can.retry && (
                <Button size="small" onClick={() => onRepair({ act: "retry", trouble, post })}>
                  {kind === "missed" ? t`Send now` : t`Try again`}
                  <span className="only-read">: {line}</span>
                </Button>
              )}
              {maySend && can.release && (
                <Button size="small" onClick={() => onRepair({ act: "release", trouble, post })}>
                  {t`Release`}
                  <span className="only-read">: {line}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
