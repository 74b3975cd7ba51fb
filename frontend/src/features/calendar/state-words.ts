import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { type StateGroup, stateGroups } from "./filter";

const words: Record<StateGroup, MessageDescriptor> = {
  draft: msg`Draft`,
  waiting: msg`Waits for somebody`,
  scheduled: msg`Scheduled`,
  published: msg`Published`,
  wrong: msg`Went wrong`,
  off: msg`Taken off`,
};

/** The groups of states to filter by, with their words. */
export function useStateGroupWords(): [StateGroup, string][] {
  const { t } = useLingui();
  return (Object.keys(stateGroups) as StateGroup[]).map((group) => [group, t(words[group])]);
}
