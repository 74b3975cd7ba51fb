/** Which posts are chosen, beside React: choosing one of five hundred draws one card again. */
export interface Selection {
  ids: () => ReadonlySet<string>;
  /** Whether a press on a card chooses it rather than opening it. */
  isOn: () => boolean;
  has: (post: string) => boolean;
  toggle: (post: string) => void;
  add: (posts: Iterable<string>) => void;
  /** Only these, of those chosen, stay so. */
  keep: (posts: ReadonlySet<string>) => void;
  begin: () => void;
  end: () => void;
  subscribe: (listener: () => void) => () => void;
}

export function createSelection(): Selection {
  let ids: ReadonlySet<string> = new Set();
  let isOn = false;
  const listeners = new Set<() => void>();
  const change = (next: ReadonlySet<string>, on: boolean) => {
    ids = next;
    isOn = on;
    for (const listener of listeners) listener();
  };
  return {
    ids: () => ids,
    isOn: () => isOn,
    has: (post) => ids.has(post),
    toggle: (post) => {
      const next = new Set(ids);
      if (!next.delete(post)) next.add(post);
      change(next, true);
    },
    add: (posts) => change(new Set([...ids, ...posts]), true),
    keep: (posts) => {
      if ([...ids].every((id) => posts.has(id))) return;
      change(new Set([...ids].filter((id) => posts.has(id))), isOn);
    },
    begin: () => change(ids, true),
    end: () => change(new Set(), false),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Return what lies between two posts in the order of the screen, both with it. */
export function between(order: readonly string[], from: string, to: string): string[] {
  const [a, b] = [order.indexOf(from), order.indexOf(to)];
  if (a < 0 || b < 0) return [to];
  return [...new Set(order.slice(Math.min(a, b), Math.max(a, b) + 1))];
}
