/** What a calendar shows of one placement: a post on one channel at one time. */
export interface Placed {
  id: string;
  post: string;
  channel: string;
  network: string;
  languages: string[];
  planned_at: string;
  local_time: string;
  zone: string;
  state: string;
  first_line: string;
  asset: string | null;
  campaign: string | null;
  author: string | null;
  permalink: string;
  /** Languages it carries whose source says something else by now. */
  out_of_date: string[];
  /** Notes of colleagues on the post that wait for an answer. */
  notes: number;
}

/** The placements of one post at the same time in the same language: one card with several networks. */
export interface PostCard {
  key: string;
  post: string;
  /** ISO 8601, UTC. */
  at: string;
  /** IANA zone the time was meant in. */
  zone: string;
  languages: string[];
  placements: Placed[];
  /** The state that wants a person most; the same for all unless something happened on one of them. */
  state: string;
  /** The networks that are in this state, when others are not. */
  only: string[];
  firstLine: string;
  asset: string | null;
  campaign: string | null;
  author: string | null;
  /** Languages whose source says something else by now, each once. */
  outOfDate: string[];
  notes: number;
}

/** What wants a person first comes first. */
const urgency = [
  "failed",
  "missed",
  "needs_look",
  "rejected",
  "looking",
  "sending",
  "expired",
  "changes_asked",
  "in_review",
  "held",
  "draft",
  "scheduled",
  "approved",
  "corrected",
  "published",
  "taken_down",
  "cancelled",
];
/** Once it has been taken up it stays where it is: what happened is no plan any more. */
const fixed = new Set([
  "sending",
  "looking",
  "needs_look",
  "published",
  "corrected",
  "taken_down",
  "failed",
  "missed",
  "cancelled",
]);

export const isFixed = (placed: { state: string }): boolean => fixed.has(placed.state);

/** Return the placements that can still be moved. */
export const movable = (card: PostCard): Placed[] => card.placements.filter((placed) => !isFixed(placed));

/** How many posts stand behind these cards: one in two languages has two. */
export const postCount = (cards: readonly PostCard[]): number => new Set(cards.map(({ post }) => post)).size;

const rank = (state: string) => {
  const at = urgency.indexOf(state);
  return at < 0 ? urgency.length : at;
};

/** Return one card for the placements of a post with the same time and languages, in order of time. */
export function cardsOf(placements: readonly Placed[]): PostCard[] {
  const groups = new Map<string, Placed[]>();
  for (const placed of placements) {
    // In ms: the server and the browser spell the same moment differently.
    const key = [placed.post, Date.parse(placed.planned_at), placed.zone, placed.languages.join("+")].join("/");
    const group = groups.get(key);
    if (group) group.push(placed);
    else groups.set(key, [placed]);
  }
  return [...groups].map(([key, group]) => cardOf(key, group)).sort(byTime);
}

function cardOf(key: string, group: Placed[]): PostCard {
  const placements = [...group].sort((a, b) => a.network.localeCompare(b.network) || a.id.localeCompare(b.id));
  const state = placements.reduce((worst, { state }) => (rank(state) < rank(worst) ? state : worst), "cancelled");
  const same = placements.filter((placed) => placed.state === state);
  const [first] = placements as [Placed, ...Placed[]];
  return {
    key,
    post: first.post,
    at: first.planned_at,
    zone: first.zone,
    languages: first.languages,
    placements,
    state,
    only: same.length < placements.length ? [...new Set(same.map(({ network }) => network))] : [],
    firstLine: placements.find(({ first_line }) => first_line)?.first_line ?? "",
    asset: placements.find(({ asset }) => asset)?.asset ?? null,
    campaign: first.campaign,
    author: first.author,
    // An answer that a browser kept from before they were told has neither.
    outOfDate: [...new Set(placements.flatMap(({ out_of_date }) => out_of_date ?? []))],
    notes: first.notes ?? 0,
  };
}

/** Return the cards, each of them the one that was there before where nothing about it has changed: what is the same is not drawn again. */
export function kept(before: ReadonlyMap<string, PostCard>, cards: readonly PostCard[]): PostCard[] {
  return cards.map((card) => {
    const known = before.get(card.key);
    const isSame =
      known?.placements.length === card.placements.length &&
      card.placements.every((placed, index) => isAlike(placed, known.placements[index] as Placed));
    return known && isSame ? known : card;
  });
}

/** By what they say: one that moves shifts all behind it in the answer, and then none of those is the object it was. */
function isAlike(one: Placed, other: Placed): boolean {
  return one === other || (Object.keys(one) as (keyof Placed)[]).every((name) => `${one[name]}` === `${other[name]}`);
}

/** Return the cards by what `placeOf` says, each list the one that was there before where the same cards stand in it. */
export function grouped(
  cards: readonly PostCard[],
  placeOf: (card: PostCard) => string,
  before: ReadonlyMap<string, PostCard[]>,
): ReadonlyMap<string, PostCard[]> {
  const lists = new Map<string, PostCard[]>();
  for (const card of cards) {
    const place = placeOf(card);
    const list = lists.get(place);
    if (list) list.push(card);
    else lists.set(place, [card]);
  }
  for (const [place, list] of lists) {
    const known = before.get(place);
    if (known?.length === list.length && list.every((card, index) => card === known[index])) lists.set(place, known);
  }
  return lists;
}

function byTime(a: PostCard, b: PostCard): number {
  return Date.parse(a.at) - Date.parse(b.at) || a.key.localeCompare(b.key);
}
