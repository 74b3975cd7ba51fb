import { msg } from "@lingui/core/macro";

export const horizonWords = {
  short: { name: msg`Short term`, span: msg`up to 6 weeks` },
  medium: { name: msg`Medium term`, span: msg`3 to 12 months` },
  long: { name: msg`Long term`, span: msg`1 to 4 years` },
} as const;
