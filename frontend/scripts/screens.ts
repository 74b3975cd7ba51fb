import type { Plugin } from "vite";

/** What a chunk of the build says of itself. */
interface Chunk {
  type: string;
  fileName: string;
  moduleIds: string[];
  imports: string[];
  isEntry: boolean;
  viteMetadata?: { importedCss: Set<string> };
}

/** Writes /screens.json beside the build: the files each address needs before it shows anything, so that the page can name them all at once. */
export function screens(): Plugin {
  return {
    name: "carillon-screens",
    apply: "build",
    generateBundle(_, bundle) {
      const chunks = (Object.values(bundle) as unknown as Chunk[]).filter(({ type }) => type === "chunk");
      const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      const reach = (chunk: Chunk, seen: Set<Chunk>) => {
        if (seen.has(chunk)) return seen;
        seen.add(chunk);
        for (const name of chunk.imports) {
          const next = byName.get(name);
          if (next) reach(next, seen);
        }
        return seen;
      };
      const first = new Set<Chunk>();
      for (const chunk of chunks) if (chunk.isEntry) reach(chunk, first);
      const named = new Set(first); // by the page itself
      for (const chunk of chunks) if (chunk.moduleIds.some((id) => id.endsWith("/src/start.tsx"))) reach(chunk, first);
      const filesOf = (chunk: Chunk) =>
        [...reach(chunk, new Set(first))].filter((one) => !first.has(one)).flatMap(files);

      const routes: Record<string, string[]> = {};
      const frames = new Set<string>();
      const languages: Record<string, string> = {};
      for (const chunk of chunks) {
        for (const id of chunk.moduleIds) {
          const route = id.match(/\/src\/routes\/(.+)\.tsx\?tsr-split=component/)?.[1];
          if (route && !route.endsWith("index")) frames.add(addressOf(route));
          if (route) routes[addressOf(route)] = [...(routes[addressOf(route)] ?? []), ...filesOf(chunk)];
          const language = id.match(/\/src\/locales\/(\w+)\.po$/)?.[1];
          if (language) languages[language] = `/${chunk.fileName}`;
        }
      }
      // A screen stands in the frames whose address its own begins with.
      const whole = Object.entries(routes).map(([address, files]) => [
        address,
        [
          ...new Set([
            ...Object.entries(routes)
              .filter(([frame]) => frames.has(frame) && address.startsWith(`${frame}/`))
              .flatMap(([, theirs]) => theirs),
            ...files,
          ]),
        ],
      ]);
      this.emitFile({
        type: "asset",
        fileName: "screens.json",
        source: JSON.stringify({
          app: [...first].filter((one) => !named.has(one)).flatMap(files),
          languages,
          screens: Object.fromEntries(whole),
        }),
      });
    },
  };
}

const files = (one: Chunk) => [one.fileName, ...(one.viteMetadata?.importedCss ?? [])].map((name) => `/${name}`);

/** "$org/channels_.$id.sent" is read at "$org/channels/$id/sent", "$org/posts/index" at "$org/posts". */
function addressOf(route: string): string {
  return route
    .split(/[./]/)
    .map((part) => part.replace(/_$/, ""))
    .filter((part) => part !== "index")
    .join("/");
}
