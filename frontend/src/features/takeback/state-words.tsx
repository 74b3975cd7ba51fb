import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { IconName } from "~/components/icon";
import type { Kind, TakeBackChannel } from "./model";

interface Words {
  down: MessageDescriptor;
  correct: MessageDescriptor;
  icon: IconName;
  tone: "moss" | "bronze" | "brick" | "quiet";
}

const words: Record<TakeBackChannel["state"], Words> = {
  asked: { down: msg`Waits for a yes`, correct: msg`Waits for a yes`, icon: "eye", tone: "bronze" },
  waiting: { down: msg`Being taken down`, correct: msg`Being corrected`, icon: "clock", tone: "quiet" },
  done: { down: msg`Taken down`, correct: msg`Corrected`, icon: "check", tone: "moss" },
  refused: { down: msg`Still online`, correct: msg`Not corrected`, icon: "warning", tone: "brick" },
  by_hand: { down: msg`To take down by hand`, correct: msg`To correct by hand`, icon: "person", tone: "bronze" },
  done_by_hand: { down: msg`Taken down by hand`, correct: msg`Corrected by hand`, icon: "check", tone: "moss" },
  dropped: { down: msg`Not done`, correct: msg`Not corrected`, icon: "close", tone: "quiet" },
};

/** The word, icon and colour of how it stands on one channel. */
export const stateWords = (kind: Kind, state: TakeBackChannel["state"]) => ({
  ...words[state],
  word: words[state][kind],
});
