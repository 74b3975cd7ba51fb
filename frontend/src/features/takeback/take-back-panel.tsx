import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Panel } from "~/components/panel";
import { When } from "~/components/when";
import { ChannelRow } from "./channel-row";
import { isLeft, isMoving, type TakeBack } from "./model";
import styles from "./take-back.module.css";
import { YesOrNo } from "./yes-or-no";

const ASK_AGAIN_MS = 3_000;

/** On a post's page: who took it back, why, and how that stands on each channel. Nothing while nobody has. */
export function TakeBackPanel({ post }: { post: string }) {
  const { t } = useLingui();
  const { data } = useQuery({
    ...api.queryOptions("get", "/api/takebacks/", { params: { query: { post } } }),
    enabled: post !== "new",
    refetchInterval: ({ state }) => (state.data?.some(isMoving) ? ASK_AGAIN_MS : false),
  });
  if (!data || data.length === 0) return null;
  const wantsSomebody = data.some((each) => each.needs_yes || each.channels.some(isLeft));
  return (
    <Panel title={t`What was taken back`} tone={wantsSomebody ? "attention" : "plain"}>
      <ul>
        {data.map((takeBack) => (
          <OneTakeBack key={takeBack.id} takeBack={takeBack} />
        ))}
      </ul>
    </Panel>
  );
}

function OneTakeBack({ takeBack }: { takeBack: TakeBack }) {
  const { by, reason, asked_at, kind } = takeBack;
  return (
    <li className={styles.one}>
      <p>
        {kind === "down" ? (
          <Trans>
            <b>{by}</b> took it down.
          </Trans>
        ) : (
          <Trans>
            <b>{by}</b> asked for another text.
          </Trans>
        )}{" "}
        <span className={styles.faint}>
          <When at={asked_at} />
        </span>
      </p>
      <p className={styles.faint}>{reason}</p>
      {takeBack.needs_yes ? (
        <YesOrNo takeBack={takeBack} />
      ) : (
        <ul className={styles.channels}>
          {takeBack.channels.map((channel) => (
            <ChannelRow key={channel.id} kind={kind} channel={channel} />
          ))}
        </ul>
      )}
    </li>
  );
}
