import { asProblem, type Problem } from "~/api/problem";
import { newKey } from "~/lib/new-key";
import {
  type Body,
  bodyOf,
  type Draft,
  draftOf,
  isSame,
  isSameForReaders,
  nothingRefused,
  type Post,
  type Refused,
  timeKey,
} from "./draft";
import type { Kept } from "./keep";
import { differences, merged } from "./merge";

export type Saving =
  | { kind: "nothing" }
  | { kind: "saved"; at: string }
  | { kind: "saving" }
  /** Not reached: kept in this browser, sent when the connection is back. */
  | { kind: "offline" }
  /** Saving would lose an approval: a person says so first. */
  | { kind: "held" }
  | { kind: "failed"; problem: Problem };

export interface DeskState {
  draft: Draft;
  /** As the server has it; null until the first save. */
  post: Post | null;
  saving: Saving;
  refused: Refused;
  /** Somebody else saved other content meanwhile. */
  theirs: Post | null;
}

export interface DeskMeans {
  create: (body: Body, key: string) => Promise<Post>;
  change: (id: string, body: Body, revision: number) => Promise<Post>;
  keep: (id: string, kept: Kept | null) => void;
  /** The server has it now: after every save. */
  onSaved?: (post: Post, isNew: boolean) => void;
  /** What somebody else changed elsewhere in the post was put together with what is written here. */
  onMerged?: (theirs: Post) => void;
  waitMs?: number;
}

const WAIT_MS = 800;
const RETRY_MS = 15_000;

/** The desk a post is written at: what one types is kept at once and saved a moment later; nothing is ever lost. */
export class Desk {
  private state: DeskState;
  private listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private sent: string;
  private creation: Kept["creation"] = null;
  private mayLoseApproval = false;

  constructor(
    start: { post: Post | null; draft?: Draft; kept?: Kept | null },
    private readonly means: DeskMeans,
  ) {
    const { post, kept } = start;
    const saved = post ? draftOf(post) : (start.draft ?? { title: "", campaign: null, versions: [], placements: [] });
    this.state = {
      draft: saved,
      post,
      saving: post ? { kind: "saved", at: post.updated_at } : { kind: "nothing" },
      refused: nothingRefused,
      theirs: null,
    };
    this.sent = this.bodyText();
    if (kept) this.takeUp(kept, post);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  snapshot = (): DeskState => this.state;

  get isDirty(): boolean {
    return this.bodyText() !== this.sent;
  }

  /** The draft is changed; it is kept at once and saved soon. */
  change = (edit: (draft: Draft) => Draft): void => {
    const draft = edit(this.state.draft);
    if (draft === this.state.draft) return;
    this.set({ draft });
    this.keep();
    this.later(this.means.waitMs ?? WAIT_MS);
  };

  /** Saved now rather than in a moment. Resolves when nothing is under way any more; true when all is saved. */
  flush = async (): Promise<boolean> => {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    if (this.isDirty && !this.state.theirs) {
      this.running = this.save().finally(() => {
        this.running = null;
      });
      await this.running;
      if (this.isDirty && this.state.saving.kind === "saved") return this.flush();
    }
    return !this.isDirty && !this.state.theirs;
  };

  /** The server has this by now (somebody else saved, a post went out). What is being written stays. */
  receive = (post: Post): void => {
    const mine = this.state.post;
    if (this.running || post === mine || (mine && post.revision < mine.revision)) return;
    // Content that is as it was leaves what one writes alone, also a time or link that was not taken.
    if (mine && isSame(draftOf(post), draftOf(mine))) this.set({ post });
    else if (!this.isDirty) this.adopt(post);
  };

  /** Whoever writes says: the approval may be asked again. */
  loseApproval = (): Promise<boolean> => {
    this.mayLoseApproval = true;
    return this.flush();
  };

  /** Back to what the server has. Returns what was written, to put it back. */
  revert = (): Draft => {
    const { draft, post } = this.state;
    if (post) this.adopt(post);
    return draft;
  };

  /** Of the two versions this goes on: mine, theirs, or what was put together of both. Returns the draft that was here. */
  settle = (draft: Draft): Draft => {
    const { draft: mine, theirs } = this.state;
    if (!theirs) return mine;
    if (isSame(draft, draftOf(theirs))) this.adopt(theirs);
    else this.goOnFrom(theirs, draft);
    void this.flush();
    return mine;
  };

  /** Nobody writes here any more: what is left is saved, and stays in this browser if that fails. */
  leave = (): void => {
    void this.flush().finally(() => clearTimeout(this.timer));
  };

  private takeUp(kept: Kept, post: Post | null): void {
    if (isSame(kept.draft, this.state.draft)) {
      this.keepNothing();
      return;
    }
    this.creation = kept.creation;
    const isBehind =
      post && kept.base && kept.base.revision !== post.revision && !isSame(kept.base.draft, draftOf(post));
    this.state = { ...this.state, draft: kept.draft, theirs: isBehind ? post : null };
    if (!isBehind) this.later(0);
  }

  private async save(): Promise<void> {
    const { draft, post, refused } = this.state;
    const saved = post ? draftOf(post) : null;
    const isApproved = ["in_review", "approved", "held"].includes(post?.state ?? "");
    if (isApproved && !this.mayLoseApproval && saved && !isSameForReaders(draft, saved)) {
      this.set({ saving: { kind: "held" } });
      return;
    }
    const body = this.creation?.body ?? bodyOf(draft, { refused, saved });
    this.set({ saving: { kind: "saving" } });
    try {
      const answer = post ? await this.means.change(post.id, body, post.revision) : await this.create(body);
      this.creation = null;
      this.mayLoseApproval = false;
      this.sent = JSON.stringify(body);
      this.set({ post: answer, saving: { kind: "saved", at: answer.updated_at } });
      if (!post) this.means.keep("new", null);
      this.means.onSaved?.(answer, post === null);
      if (this.isDirty) this.keep();
      else this.keepNothing();
      if (this.isDirty) this.later(this.means.waitMs ?? WAIT_MS);
    } catch (error) {
      await this.fail(asProblem(error), body);
    }
  }

  private create(body: Body): Promise<Post> {
    this.creation ??= { key: newKey(), body };
    this.keep();
    return this.means.create(body, this.creation.key);
  }

  private async fail(problem: Problem, body: Body): Promise<void> {
    // No answer, or one that says nothing of what was done: the same is sent again, with the same key.
    const isUnknown = problem.status === 0 || problem.status >= 500 || problem.status === 429;
    if (!isUnknown) this.creation = null;
    this.keep();
    if (isUnknown) {
      this.set({ saving: problem.status === 0 ? { kind: "offline" } : { kind: "failed", problem } });
      return this.later(RETRY_MS);
    }
    const current = (problem.body as { current?: Post } | undefined)?.current;
    if (problem.status === 412 && current) return this.meet(current);
    const refused = refusedBy(problem, body);
    if (refused) {
      this.set({
        refused: {
          times: { ...this.state.refused.times, ...refused.times },
          links: { ...this.state.refused.links, ...refused.links },
        },
      });
      return this.save();
    }
    this.set({ saving: { kind: "failed", problem } });
  }

  /** Somebody else saved meanwhile. What each changed elsewhere is put together; only where both changed the same does a person choose. */
  private async meet(current: Post): Promise<void> {
    const { post, draft } = this.state;
    if (isSame(draftOf(current), draft)) return this.adopt(current);
    const theirs = draftOf(current);
    const base = post && draftOf(post);
    const found = base ? differences(draft, theirs, base) : [];
    if (!base || found.some(({ isClash }) => isClash)) {
      this.set({ theirs: current, saving: { kind: "nothing" } });
      return;
    }
    this.goOnFrom(current, merged(draft, theirs, { found }));
    if (!isSame(theirs, base)) this.means.onMerged?.(current);
    if (this.isDirty) await this.save();
    else this.adopt(current);
  }

  /** The server has `post`; what is written here is `draft`, still to be saved. */
  private goOnFrom(post: Post, draft: Draft): void {
    this.set({ post, draft, theirs: null });
    this.sent = JSON.stringify(bodyOf(draftOf(post), { refused: nothingRefused, saved: null }));
    this.keep();
  }

  private adopt(post: Post): void {
    this.set({
      post,
      draft: draftOf(post),
      theirs: null,
      refused: nothingRefused,
      saving: { kind: "saved", at: post.updated_at },
    });
    this.sent = this.bodyText();
    this.keepNothing();
  }

  private bodyText(): string {
    const { draft, refused, post } = this.state;
    return JSON.stringify(bodyOf(draft, { refused, saved: post ? draftOf(post) : null }));
  }

  private keep(): void {
    const { draft, post } = this.state;
    const base = post && { revision: post.revision, draft: draftOf(post) };
    this.means.keep(post?.id ?? "new", { draft, base, creation: this.creation, at: new Date().toISOString() });
  }
  private keepNothing(): void {
    this.means.keep(this.state.post?.id ?? "new", null);
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private set(change: Partial<DeskState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** Return which times or links the server did not take, or null when it was something else. */
export function refusedBy(problem: Problem, body: Body): Refused | null {
  const times: Record<string, string> = {};
  const links: Record<string, string> = {};
  for (const [field, [sentence = problem.message]] of Object.entries(problem.fields)) {
    const [, version] = field.match(/^versions\.(\d+)\.link$/) ?? [];
    if (version) links[body.versions[Number(version)]?.link ?? ""] = sentence;
    if (field !== "local_time" && field !== "zone") continue;
    // The server names the clock time it refused; without one every time is meant.
    const named = typeof problem.params.time === "string" ? problem.params.time : "";
    for (const placement of body.placements) {
      if (placement.local_time && (!named || placement.local_time.includes(named)))
        times[timeKey(placement)] = sentence;
    }
  }
  return Object.keys(times).length + Object.keys(links).length > 0 ? { times, links } : null;
}
