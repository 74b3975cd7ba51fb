import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { IconName } from "~/components/icon";
import type { Stage } from "./model";

/** How far a riposte is: an icon, a word, a tone; never the colour alone. */
export const stages: Record<
  Stage,
  { word: MessageDescriptor; icon: IconName; tone: "faint" | "bronze" | "verdigris" | "moss" | "brick" }
> = {
  draft: { word: msg`Being written`, icon: "pen", tone: "faint" },
  asked: { word: msg`Asked`, icon: "eye", tone: "bronze" },
  unanswered: { word: msg`Nobody answered`, icon: "missed", tone: "brick" },
  changes_asked: { word: msg`Changes asked`, icon: "comment", tone: "bronze" },
  rejected: { word: msg`Rejected`, icon: "refused", tone: "brick" },
  going: { word: msg`Approved, going out`, icon: "send", tone: "verdigris" },
  live: { word: msg`Live`, icon: "check", tone: "moss" },
  trouble: { word: msg`Did not go out everywhere`, icon: "warning", tone: "brick" },
  called_off: { word: msg`Called off`, icon: "close", tone: "faint" },
};
