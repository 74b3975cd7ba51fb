import type { Composing, Seen, Tab } from "./context";
import type { Language, ProblemFound } from "./draft";

/** Where a problem is: which text must be in front, and what on screen takes the focus. */
export interface Place {
  tab?: Tab;
  /** What a phone must have in front; the writing if not said. */
  side?: "media";
  /** Id of the element. */
  focus: string;
  /** Id of a button to press first: it brings the place in front. */
  press?: string;
}

const aboutTime = new Set(["no-time", "time-passed", "same-text-within-a-day"]);
const aboutChannel = new Set(["no-channel", "channel-not-connected", "channel-paused", "channel-gone"]);

/** Return the problems, blocking ones first; what is said alike of several channels stands once, with all their networks. */
export function gathered(problems: readonly ProblemFound[]): (ProblemFound & { networks: string[] })[] {
  const rows = new Map<string, ProblemFound & { networks: string[] }>();
  for (const problem of problems) {
    const name = `${problem.code} ${problem.message}`;
    const row = rows.get(name) ?? { ...problem, networks: [] };
    if (problem.network && !row.networks.includes(problem.network)) row.networks.push(problem.network);
    rows.set(name, row);
  }
  return [...rows.values()].sort((a, b) => Number(b.blocks) - Number(a.blocks));
}

/** Return where on the screen one mends this problem. Pure. */
export function placeOf(problem: ProblemFound, seen: readonly Seen[]): Place {
  const mine = seen.find(({ shown }) => shown !== undefined && shown.id === problem.placement);
  const spoken = problem.language.split("+")[0] || mine?.placement.languages[0];
  const language = String(problem.params.language ?? spoken ?? "") as Language | "";
  const tab: Tab | undefined = mine?.placement.own_segments ? `own:${mine.key}` : language || undefined;
  const front = tab ? { tab } : {};
  const part = Number(problem.params.part ?? 1) - 1;
  if (aboutChannel.has(problem.code)) return { focus: "composer-channels" };
  if (problem.code === "same-text-within-a-day") return { ...front, focus: "composer-segment-0" };
  if (aboutTime.has(problem.code)) return { focus: "composer-when", press: "composer-when" };
  if (problem.code.startsWith("alt-text")) {
    const press = `composer-picture-${Number(problem.params.picture ?? 1)}`;
    return { ...(language ? { tab: language } : {}), press, focus: "composer-alt", side: "media" };
  }
  if (problem.code.startsWith("picture") || problem.code === "too-many-pictures")
    return { ...front, focus: "composer-pictures", side: "media" };
  return { ...front, focus: `composer-segment-${part}` };
}

/** The place is in front and has the focus. */
export function follow(place: Place, { setTab }: Pick<Composing, "setTab">): void {
  if (place.tab) setTab(place.tab);
  // What is brought in front has to be drawn first.
  setTimeout(() => {
    if (place.press) document.getElementById(place.press)?.click();
    setTimeout(() => {
      const target = document.getElementById(place.focus);
      target?.scrollIntoView({ block: "center", behavior: "smooth" });
      if (place.press !== place.focus) target?.focus({ preventScroll: true });
    }, 60);
  }, 60);
}
