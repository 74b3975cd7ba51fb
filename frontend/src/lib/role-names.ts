import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** A role in words: `t(roleNames[role])`. */
export const roleNames: Record<string, MessageDescriptor> = {
  admin: msg`Administrator`,
  planner: msg`Planner`,
  author: msg`Author`,
  approver: msg`Approver`,
  treasurer: msg`Treasurer`,
  board: msg`Board`,
  viewer: msg`Viewer`,
};
