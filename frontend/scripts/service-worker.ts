import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** Writes /service-worker.js beside the build: the source in src/service-worker.js with the list of files the shell needs. */
export function serviceWorker(): Plugin {
  return {
    name: "carillon-service-worker",
    apply: "build",
    generateBundle(_, bundle) {
      const source = readFileSync(new URL("../src/service-worker.js", import.meta.url), "utf8");
      // Latin type only: the other subsets are fetched by the browser when a text needs them.
      const files = Object.keys(bundle)
        .filter((name) => /^assets\/.*\.(js|css)$/.test(name) || /inter-latin-wght-normal.*\.woff2$/.test(name))
        .map((name) => `/${name}`)
        .sort();
      const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 12);
      this.emitFile({
        type: "asset",
        fileName: "service-worker.js",
        source: source.replace("__VERSION__", version).replace("__FILES__", JSON.stringify(files)),
      });
    },
  };
}
