import type { Plugin } from "vite";

const graphs = new Map<string, ReadonlySet<string>>();

/** Return a test whether what has this in its name stands on a module, or is it. */
export const under = (name: string) => (id: string) => graphs.get(name)?.has(id) ?? false;

/** Knows what each of these modules stands on, once all is read, for the files the build puts together (vite.config.ts). */
export function graphsOf(names: readonly string[]): Plugin {
  return {
    name: "carillon-graphs",
    apply: "build",
    buildEnd() {
      const ids = [...this.getModuleIds()];
      for (const name of names) {
        const seen = new Set<string>();
        const open = ids.filter((id) => id.includes(name));
        for (let id = open.pop(); id; id = open.pop()) {
          if (seen.has(id)) continue;
          seen.add(id);
          open.push(...(this.getModuleInfo(id)?.importedIds ?? []));
        }
        graphs.set(name, seen);
      }
    },
  };
}
