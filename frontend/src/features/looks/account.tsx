import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { ErrorState } from "~/components/error-state";
import { Icon } from "~/components/icon";
import { networkName } from "~/components/network-mark";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { Tag } from "~/components/tag";
import { When } from "~/components/when";
import { useFormat } from "~/lib/use-format";
import styles from "./looks.module.css";
import { type Delivery, inOrder, type Shown } from "./model";
import type { Recent } from "./use-recent";

interface Props {
  delivery: Delivery;
  recent: Recent;
  chosen: Shown | undefined;
  onChoose: (post: Shown | null) => void;
  mayLook: boolean;
}

/** What stands on the account now, newest first; pressing one says "this is it". */
export function Account({ delivery, recent, chosen, onChoose, mayLook }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const name = delivery.channel_name;
  const network = networkName(delivery.network);
  const price = format.number(recent.costs, { style: "currency", currency: "USD" });
  return (
    <Panel
      title={t`On ${name} now`}
      aside={
        recent.data && (
          <Button size="small" look="plain" icon="retry" busy={recent.isAsking} onClick={recent.ask}>
            {recent.costs > 0 ? t`Look again (${price})` : t`Look again`}
          </Button>
        )
      }
    >
      {!mayLook ? (
        <p className={styles.none}>{t`A planner or an approver can look at the account from here.`}</p>
      ) : !delivery.can_show ? (
        <p className={styles.none}>{t`${network} does not let Carillon show the account. Please look there.`}</p>
      ) : recent.error ? (
        <ErrorState error={recent.error} retry={recent.ask} />
      ) : recent.data ? (
        <Posts posts={recent.data} chosen={chosen} onChoose={onChoose} />
      ) : recent.costs > 0 && !recent.isAsking ? (
        <div className={styles.price}>
          <p>
            <Trans>
              {network} bills for reading: up to {price} for the ten newest posts. Opening the account in your own
              browser costs nothing.
            </Trans>
          </p>
          <Button icon="eye" onClick={recent.ask}>{t`Show the newest posts for ${price}`}</Button>
        </div>
      ) : (
        <SkeletonList rows={4} />
      )}
    </Panel>
  );
}

function Posts({ posts, chosen, onChoose }: { posts: readonly Shown[] } & Pick<Props, "chosen" | "onChoose">) {
  const { t } = useLingui();
  if (posts.length === 0) return <p className={styles.none}>{t`Nothing stands there.`}</p>;
  return (
    <ul>
      {inOrder(posts).map((post) => {
        const isChosen = post.remote_id === chosen?.remote_id;
        const text = post.text || t`Without a text`;
        return (
          <li
            key={post.remote_id}
            className={`${styles.post} ${isChosen ? styles.chosen : ""} ${post.is_known ? styles.known : ""}`}
          >
            <button
              type="button"
              className={styles.choose}
              aria-pressed={isChosen}
              disabled={post.is_known}
              onClick={() => onChoose(isChosen ? null : post)}
            >
              <span className={styles.mark}>{isChosen && <Icon name="check" size={14} />}</span>
              <span className={styles.words}>
                <span className={styles.tags}>
                  <When at={post.created_at} />
                  {post.pictures > 0 && plural(post.pictures, { one: "# picture", other: "# pictures" })}
                  {post.is_likely && <Tag tone="ok" icon="check">{t`Says the same`}</Tag>}
                  {post.is_known && <Tag>{t`Another post of Carillon’s`}</Tag>}
                </span>
                <span className={styles.clamp}>{text}</span>
              </span>
            </button>
            {post.permalink && (
              <a href={post.permalink} target="_blank" rel="noreferrer" className={styles.out}>
                <Icon name="out" />
                <span className="only-read">
                  {t`Open`}: {text.slice(0, 60)}
                </span>
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
