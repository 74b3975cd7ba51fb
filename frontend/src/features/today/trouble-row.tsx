import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMay, useOrganisation } from "~/api/me";
import { useStops } from "~/api/stops";
import { Button, buttonClass } from "~/components/button";
import { NetworkMark } from "~/components/network-mark";
import { StateBadge } from "~/components/state-badge";
import { When } from "~/components/when";
import { repairs } from "./model";
import type { Repair } from "./repair-dialog";
import styles from "./rows.module.css";
import { TroubledPosts } from "./troubled-posts";
import type { Trouble } from "./use-troubles";

interface Props {
  trouble: Trouble;
  onRepair: (repair: Repair) => void;
}

/** One cause: what it stopped, why, and one press for all of it. A single post stands there by its own name. */
export function TroubleRow({ trouble, onRepair }: Props) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const may = useMay();
  const { kind, count, message, posts } = trouble;
  const [only] = count === 1 ? posts : [];
  const can = repairs(kind);
  const act = (name: Repair["act"]) => onRepair({ act: name, trouble, post: only });
  const retry = only ? t`Try again` : t`Try all again`;
  const isStopped = useStops().data?.stopped_at != null;
  const maySend = may("repair") && !isStopped;
  const onHold = isStopped
    ? t`It waits until posts may go out again.`
    : t`Somebody has put this on hold. It goes on when it is released.`;
  const now = only ? t`Send now` : t`Send all now`;
  // The post itself is online then.
  const isComment = trouble.code === "first-comment-refused";
  return (
    <li className={styles.row}>
      <div className={styles.body}>
        {only ? (
          <Link to={`/${slug}/posts/${only.post}` as string} className={styles.name}>
            {only.first_line || t`No text yet`}
          </Link>
        ) : (
          <p className={styles.name}>{headline(trouble)}</p>
        )}
        <p className={styles.facts}>
          <NetworkMark network={trouble.network} />
          <span>{trouble.channel_name}</span>
          {only ? (
            <When at={only.planned_at} />
          ) : (
            <span>
              {t`since`} <When at={trouble.since} />
            </span>
          )}
          {kind !== "waits" && <StateBadge state={kind} />}
        </p>
        <p>{message || (kind === "held" && onHold)}</p>
      </div>
      <div className={styles.acts}>
        {kind === "waits" && (
          <Link to={`/${slug}/channels` as string} className={buttonClass("primary", "small")}>
            {trouble.code === "out-of-credit" ? t`Add credit` : t`Sign in again`}
            <span className="only-read">: {trouble.channel_name}</span>
          </Link>
        )}
        {only && can.look && (
          <Link to={`/${slug}/looks/${only.delivery}` as string} className={buttonClass("primary", "small")}>
            {t`Look at it`}
          </Link>
        )}
        {maySend && can.retry && (
          <Button size="small" look="primary" onClick={() => act("retry")}>
            {isComment && only ? t`Send the comment again` : kind === "missed" ? now : retry}
          </Button>
        )}
        {maySend && can.release && (
          <Button size="small" look="primary" onClick={() => act("release")}>
            {only ? t`Release` : t`Release all`}
          </Button>
        )}
        {may("repair") && can.drop && (
          <Button size="small" look="quiet" onClick={() => act("drop")}>
            {isComment ? t`Leave it out` : t`Do not send`}
          </Button>
        )}
      </div>
      {!only && <TroubledPosts trouble={trouble} maySend={maySend} onRepair={onRepair} />}
    </li>
  );
}

/** Return what one cause did to several posts. */
function headline({ kind, count }: Trouble): string {
  if (kind === "needs_look") return plural(count, { one: "# post may be online", other: "# posts may be online" });
  if (kind === "waits") return plural(count, { one: "# post waits", other: "# posts wait" });
  if (kind === "missed") return plural(count, { one: "# post missed its time", other: "# posts missed their time" });
  if (kind === "held") return plural(count, { one: "# post is on hold", other: "# posts are on hold" });
  return plural(count, { one: "# post did not go out", other: "# posts did not go out" });
}
