import { msg } from "@lingui/core/macro";

/** The kinds of organisation in words: `t(kindNames[kind])`. */
export const kindNames = {
  party: msg`Political party`,
  ngo: msg`NGO or association`,
  union: msg`Trade union`,
  mutuality: msg`Mutuality`,
  institution: msg`Institution`,
};
