import { plural, t } from "@lingui/core/macro";
import { type Attempt, callOf, fitting } from "./model";

/** Return what a call was for and what came of it. */
export function said(attempt: Attempt, network: string): string {
  const outcome = attempt.message || (attempt.outcome === "done" ? "" : t`No answer was kept.`);
  const fit = fitting(attempt);
  if (fit !== null) {
    return plural(fit, {
      0: "Carillon looked there and found nothing like it.",
      one: "Carillon looked there and found it.",
      other: "Carillon looked there and found # posts like it.",
    });
  }
  const names = {
    look: t`Carillon wanted to look there.`,
    picture: t`A picture was uploaded.`,
    alt: t`A picture was described.`,
    prepare: t`The post was prepared.`,
    send: attempt.outcome === "done" ? t`${network} took it.` : t`It was sent to ${network}.`,
  };
  return [names[callOf(attempt)], outcome].filter(Boolean).join(" ");
}
