import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { IconName } from "~/components/icon";
import { Tag } from "~/components/tag";
import type { Channel } from "./model";

const states = {
  connected: { word: msg`Connected`, icon: "check", tone: "ok" },
  sign_in_lost: { word: msg`Sign-in lost`, icon: "key", tone: "bad" },
  out_of_credit: { word: msg`Out of credit`, icon: "euro", tone: "bad" },
  paused: { word: msg`Paused`, icon: "hold", tone: "warn" },
  disconnected: { word: msg`Disconnected`, icon: "close", tone: "plain" },
} as const satisfies Record<Channel["state"], { word: unknown; icon: IconName; tone: string }>;

/** Whether a channel works: an icon, a word and a colour. */
export function ChannelState({ state }: { state: Channel["state"] }) {
  const { t } = useLingui();
  const { word, icon, tone } = states[state];
  return (
    <Tag tone={tone} icon={icon}>
      {t(word)}
    </Tag>
  );
}
