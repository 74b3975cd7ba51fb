import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useRouter } from "@tanstack/react-router";
import { useMay, type Verb } from "~/api/me";
import type { IconName } from "~/components/icon";

export interface Screen {
  path: string;
  name: MessageDescriptor;
  icon: IconName;
  /** G, then this letter, goes there. */
  letter: string;
  /** Any of these opens it. */
  needs?: readonly Verb[];
}

export const screens: readonly Screen[] = [
  { path: "today", name: msg`Today`, icon: "today", letter: "t" },
  { path: "calendar", name: msg`Calendar`, icon: "calendar", letter: "c" },
  { path: "decisions", name: msg`Decisions`, icon: "decisions", letter: "d" },
  { path: "riposte", name: msg`Riposte`, icon: "bolt", letter: "r", needs: ["write", "decide_posts"] },
  { path: "campaigns", name: msg`Campaigns`, icon: "campaigns", letter: "a" },
  { path: "budget", name: msg`Budget`, icon: "budget", letter: "b", needs: ["see_money", "ask_money"] },
  { path: "library", name: msg`Library`, icon: "library", letter: "l" },
  { path: "channels", name: msg`Channels`, icon: "channels", letter: "h" },
  { path: "settings", name: msg`Settings`, icon: "settings", letter: "s" },
];

/** Return the screens that exist as routes and that the person may open. */
export function useScreens(): readonly Screen[] {
  const may = useMay();
  const known = Object.keys(useRouter().routesByPath);
  return screens.filter(({ path, needs }) => known.includes(`/$org/${path}`) && (!needs || needs.some(may)));
}
