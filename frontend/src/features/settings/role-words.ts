import { msg } from "@lingui/core/macro";
import type { Role } from "./model";

/** What each role may do: accounts/orgs/rights.py in words. */
export const roleWords = {
  admin: msg`Connects channels, invites people, changes the settings, and does all that planners and treasurers do. Does not decide on posts or money.`,
  planner: msg`Writes, changes and moves every post, keeps the campaigns, repairs what failed, sees the budget and asks for money.`,
  author: msg`Writes own posts, adds pictures, asks for approval and for money.`,
  approver: msg`Decides on posts and on money, sees the budget, repairs what failed.`,
  treasurer: msg`Keeps the budget and its expenses, and decides on money.`,
  board: msg`Decides on money, also on the largest sums, and may let a line of the budget go beyond its plan.`,
  viewer: msg`Sees everything, the budget too, and changes nothing.`,
} satisfies Record<Role, unknown>;
