import { Plural, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { NetworkMark } from "~/components/network-mark";
import { firstLine, type OutsidePost } from "./model";
import styles from "./outside.module.css";

const OutsideDialog = lazy(() => import("./outside-dialog").then(({ OutsideDialog }) => ({ default: OutsideDialog })));

/** Posts made elsewhere: one grey line, which opens all of them. They are nobody's to move. */
export function OutsidePosts({ posts }: { posts: readonly OutsidePost[] }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const [first] = posts;
  if (!first) return null;
  return (
    <>
      <button
        type="button"
        data-outside=""
        className={styles.line}
        onClick={() => setOpen(true)}
        title={t`Made outside Carillon`}
      >
        <span className="only-read">{t`Made outside Carillon`}: </span>
        {posts.length === 1 ? <One post={first} /> : <Several posts={posts} />}
      </button>
      <Suspense fallback={null}>{isOpen && <OutsideDialog posts={posts} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}

function One({ post }: { post: OutsidePost }) {
  const { t } = useLingui();
  return (
    <>
      <span className={styles.time}>{post.local_time.slice(11)}</span>
      <NetworkMark network={post.network} />
      <span className={`${styles.words} ${post.gone_at ? styles.gone : ""}`}>
        {firstLine(post) || t`Without a text`}
        {post.gone_at && <span className="only-read"> ({t`removed`})</span>}
      </span>
    </>
  );
}

function Several({ posts }: { posts: readonly OutsidePost[] }) {
  return (
    <>
      {[...new Set(posts.map(({ network }) => network))].map((network) => (
        <NetworkMark key={network} network={network} />
      ))}
      <span className={styles.words}>
        <Plural value={posts.length} one="# made elsewhere" other="# made elsewhere" />
      </span>
    </>
  );
}
