import { msg } from "@lingui/core/macro";

export const horizonWords = {
  short: { name: msg`Short term`, span: msg`up to 6 weeks` },
  medium: { name: msg`Medium term`, span: msg`3 to 12 months` },
  long: { name: msg`Long term`, span: msg`1 to 4 years` },
} as const;

export const standingWords = {
  unread: { name: msg`Not measured yet`, icon: "clock", tone: "plain" },
  behind: { name: msg`Behind`, icon: "warning", tone: "warn" },
  on_track: { name: msg`On track`, icon: "check", tone: "primary" },
  reached: { name: msg`Reached`, icon: "check", tone: "ok" },
} as const;
