import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Icon } from "~/components/icon";
import { Panel } from "~/components/panel";
import { Count } from "~/components/tag";
import { ChannelRow } from "./channel-row";
import { isLeft, type TakeBack } from "./model";
import styles from "./take-back.module.css";
import { YesOrNo } from "./yes-or-no";

/** On Today: what is still online although somebody wants it gone or otherwise, and a new text that waits for a yes. */
export function LeftToTakeBack() {
  const { t } = useLingui();
  const { data } = useQuery(api.queryOptions("get", "/api/takebacks/", { params: { query: { left: true } } }));
  const left = data?.filter(({ needs_yes, channels }) => needs_yes || channels.some(isLeft)) ?? [];
  if (left.length === 0) return null;
  return (
    <Panel
      title={
        <span className={styles.title}>
          <Icon name="undo" />
          {t`To take back`}
        </span>
      }
      aside={<Count value={left.length} tone="attention" />}
      tone="attention"
    >
      <ul>
        {left.map((takeBack) => (
          <Left key={takeBack.id} takeBack={takeBack} />
        ))}
      </ul>
    </Panel>
  );
}

/** One of them: the post, who wants it otherwise and why, and what there is to do. */
export function Left({ takeBack }: { takeBack: TakeBack }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  return (
    <li className={styles.one}>
      <Link to={`/${slug}/posts/${takeBack.post}` as string} className={styles.post}>
        {takeBack.first_line || t`No text yet`}
      </Link>
      <p className={styles.faint}>
        {takeBack.by}: {takeBack.reason}
      </p>
      {takeBack.needs_yes ? (
        <YesOrNo takeBack={takeBack} />
      ) : (
        <ul className={styles.channels}>
          {takeBack.channels.filter(isLeft).map((channel) => (
            <ChannelRow key={channel.id} kind={takeBack.kind} channel={channel} />
          ))}
        </ul>
      )}
    </li>
  );
}
