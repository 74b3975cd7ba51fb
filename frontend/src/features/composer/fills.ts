/** What a text leaves open for each channel to fill, as the server fills it: campaigns/posts/fills.py. Vectors: tests/data/fills.json. Pure. */
export interface Named {
  name: string;
  handles: Record<string, string>;
}

/** What one channel puts in. */
export interface Fills {
  network: string;
  /** Its network makes a mention of @handle. */
  byHandle: boolean;
  values: Record<string, string>;
  contacts: ReadonlyMap<string, Named>;
}

const OPEN = /(\\?)\{(@[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*|[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*)\}/g;

function putIn(key: string, { network, byHandle, values, contacts }: Fills): string | null {
  if (!key.startsWith("@")) return (Object.hasOwn(values, key) && values[key]) || null;
  const named = contacts.get(key.slice(1));
  if (!named) return null;
  const handle = byHandle ? named.handles[network] : "";
  return handle ? `@${handle}` : named.name;
}

/** Return the text with everything known put in; what is not known stays, for people to see. */
export const fill = (text: string, fills: Fills): string =>
  text.includes("{")
    ? text.replace(OPEN, (whole, escaped: string, key: string) =>
        escaped ? whole.slice(1) : (putIn(key.toLowerCase(), fills) ?? whole),
      )
    : text;

/** Return the text for whoever glances at it, without braces: "[section]", "@greens"; names are put in where they are known. */
export const readable = (text: string, contacts: Fills["contacts"] = new Map()): string =>
  text.includes("{")
    ? text.replace(OPEN, (whole, escaped: string, key: string) => {
        if (escaped) return whole.slice(1);
        const name = key.toLowerCase();
        return name.startsWith("@") ? (contacts.get(name.slice(1))?.name ?? name) : `[${name}]`;
      })
    : text;

/** Return what these texts leave open, each once: "section", "@greens". */
export const keysIn = (texts: readonly string[]): string[] => [
  ...new Set(
    texts.flatMap((text) =>
      [...text.matchAll(OPEN)].filter(([, escaped]) => !escaped).map(([, , key = ""]) => key.toLowerCase()),
    ),
  ),
];
