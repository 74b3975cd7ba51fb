import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { graphsOf, under } from "./scripts/graphs.ts";
import { manifest } from "./scripts/manifest.ts";
import { screens } from "./scripts/screens.ts";
import { serviceWorker } from "./scripts/service-worker.ts";

const lax = Boolean(process.env.LINGUI_LAX);
const backend = process.env.BACKEND_URL ?? "http://127.0.0.1:8000";

const APP = "/src/start.tsx";
const ORG = "/src/routes/$org.tsx?tsr-split=";
// The screens people open most.
const MOST_OPENED = ["calendar", "posts/$id", "decisions"].map(
  (screen) => `/src/routes/$org/${screen}.tsx?tsr-split=component`,
);
const isShared = (id: string) => MOST_OPENED.filter((screen) => under(screen)(id)).length > 1;
const isNear = (id: string) => MOST_OPENED.some((screen) => under(screen)(id));
const isFirst = (id: string) => under(APP)(id) || under(ORG)(id) || isShared(id);

// What every first screen needs travels in a few files rather than in forty small ones. Groups by share take a module whatever the
// priority of another that wants it, and whole graphs with it: hence isFirst, and no recursion.
const groups = [
  // Only a lax build asks for it.
  { name: "compiler", test: /node_modules\/(moo|@messageformat|@lingui\/message-utils)\//, priority: 9 },
  // What draws, read before the app in a task of its own (src/main.tsx).
  { name: "base", test: /node_modules\/(react|react-dom|scheduler)\//, priority: 8 },
  { name: "begin", test: /src\/lib\/breath\.ts|vite\/preload-helper/, priority: 7 },
  { name: "app", test: under(APP), priority: 6 },
  // The frame of an organisation's screens.
  { name: "org", test: under(ORG), priority: 5 },
  { name: "screens", test: isShared, priority: 4 },
  { name: "forms", test: /node_modules\/(react-hook-form|@hookform)\/|src\/lib\/form\.ts/, priority: -2 },
  { name: "lengths", test: /src\/lib\/(top-level-domains|entities|weighted-length)\.ts/, priority: -2 },
  // What one of those screens shares with others, in one file too. Whatever such a screen stands on is near itself, so that it needs
  // nothing of the two groups below: they are of all the other screens.
  {
    name: "near",
    test: (id: string) => /src\/|node_modules\/idb-keyval\//.test(id) && isNear(id) && !isFirst(id),
    minShareCount: 2,
    maxModuleSize: 8_000,
    priority: -3,
  },
  // What many screens share would be a hundred files of a few lines each, and a phone pays a way there and back for six of them.
  {
    name: "shared",
    test: (id: string) => /src\/(components|lib|api)\//.test(id) && !isFirst(id) && !isNear(id),
    minShareCount: 4,
    maxModuleSize: 8_000,
    priority: -4,
  },
  {
    name: "small",
    test: (id: string) => /src\//.test(id) && !isFirst(id) && !isNear(id),
    minShareCount: 2,
    maxModuleSize: 2_000,
    priority: -5,
  },
];

export default defineConfig({
  define: { __LAX__: JSON.stringify(lax) },
  plugins: [
    tanstackRouter({ target: "react", autoCodeSplitting: true }),
    lingui({
      // A lax build carries the English text beside each id, so that a string nobody extracted yet is still readable.
      macroTransform: lax ? { macro: { descriptorFields: "all" } } : true,
      failOnMissing: !lax,
      failOnCompileError: true,
    }),
    react(),
    serviceWorker(),
    graphsOf([APP, ORG, ...MOST_OPENED]),
    screens(),
    manifest(),
  ],
  resolve: { alias: { "~": fileURLToPath(new URL("./src", import.meta.url)) } },
  // Nothing as data: addresses: the content policy allows own files only.
  build: {
    target: "es2022",
    // Every browser of that target knows modulepreload by itself.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups, includeDependenciesRecursively: false } } },
  },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: Object.fromEntries(
      ["/api", "/_allauth", "/connect", "/files", "/m/", "/static"].map((path) => [path, backend]),
    ),
  },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"], setupFiles: ["src/test-setup.ts"] },
});
