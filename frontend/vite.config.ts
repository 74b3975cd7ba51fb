import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { manifest } from "./scripts/manifest.ts";
import { screens } from "./scripts/screens.ts";
import { serviceWorker } from "./scripts/service-worker.ts";

const lax = Boolean(process.env.LINGUI_LAX);
const backend = process.env.BACKEND_URL ?? "http://127.0.0.1:8000";

// What every first screen needs travels in two files rather than in forty small ones.
const groups = [
  // Only a lax build asks for it.
  { name: "compiler", test: /node_modules\/(moo|@messageformat|@lingui\/message-utils)\//, priority: 1 },
  {
    name: "base",
    test: /node_modules\/(?!.*(queriesObserver|useQueries|[iI]nfiniteQuery))(react|react-dom|scheduler|@tanstack|@lingui\/(core|react)|openapi-fetch)\//,
  },
  {
    name: "frame",
    test: /src\/(api\/(?!upload|use-uploads)[\w-]+|components\/(button|icon|field|skeleton|error-state|empty|toast|tag)|lib\/(locale|theme|last-organisation|role-names))[./]/,
  },
  // What of each route has to be known before it is opened: where it leads and what its address may say.
  {
    name: "routes",
    test: /src\/(routes\/[^?]*\.tsx|routeTree\.gen\.ts|lib\/(search|is-day)\.ts|features\/[^/]+\/search\.ts)$/,
  },
  { name: "first", test: /./, tags: ["$initial" as const], priority: -1 },
  // The frame of an organisation's screens, with all it stands on.
  { name: "org", test: /src\/routes\/\$org\.tsx\?tsr-split/, priority: -2 },
  { name: "forms", test: /node_modules\/(react-hook-form|@hookform)\/|src\/lib\/form\.ts/, priority: -2 },
  { name: "lengths", test: /src\/lib\/(top-level-domains|entities|weighted-length)\.ts/, priority: -2 },
  // What many screens share would be a hundred files of a few lines each, and a phone pays a way there and back for six of them.
  {
    name: "shared",
    test: /src\/(components|lib|api)\//,
    minShareCount: 4,
    maxModuleSize: 8_000,
    priority: -3,
  },
  { name: "small", test: /src\//, minShareCount: 2, maxModuleSize: 2_000, priority: -4 },
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
    rolldownOptions: { output: { codeSplitting: { groups } } },
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
