import type { Answer } from "~/api/client";
import type { components } from "~/api/schema.gen";

export type Preview = Answer<"post", "/api/posts/{id}/multiply/preview/">;
export type Proposal = Preview["proposals"][number];
export type Asked = components["schemas"]["HowToMultiplyRequest"];
export type How = Asked["how"];
export type Reminder = NonNullable<Asked["reminders"]>[number];
export type Channel = Answer<"get", "/api/channels/">["results"][number];

export const ways: readonly How[] = ["channel", "language", "quote", "reminder"];
export const reminders: readonly Reminder[] = [
  "week-before",
  "day-before",
  "hours-before",
  "days-after",
  "weeks-after",
];
/** Reminders that count back from an event. */
export const beforeEvent: ReadonlySet<Reminder> = new Set(["week-before", "day-before", "hours-before"]);

/** A proposal as the person has changed it; `isTaken` says whether it is to be made. */
export interface Plan extends Proposal {
  key: string;
  isTaken: boolean;
}

export const plansOf = (proposals: readonly Proposal[]): Plan[] =>
  proposals.map((proposal, index) => ({ ...proposal, key: `${index} ${proposal.label}`, isTaken: true }));

/** Return the time all its placements have, or that of the first. */
export const timeOf = (plan: Proposal): string =>
  plan.placements.find(({ local_time }) => local_time)?.local_time ?? "";

export const withTime = (plan: Plan, at: string): Plan => ({
  ...plan,
  placements: plan.placements.map((placement) => ({ ...placement, local_time: at })),
});

/** Return the plan with that text in that language; a thread's other parts stay. */
export const withText = (plan: Plan, language: string, text: string): Plan => ({
  ...plan,
  versions: plan.versions.map((version) =>
    version.language === language ? { ...version, segments: [text, ...version.segments.slice(1)] } : version,
  ),
});
