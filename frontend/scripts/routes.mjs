// Writes src/routeTree.gen.ts from the files in src/routes (the dev server and the build do the same; tsc and vitest need it too).
import { Generator, getConfig } from "@tanstack/router-generator";

const root = process.cwd();
const config = getConfig({ target: "react", autoCodeSplitting: true }, root);
await new Generator({ config, root }).run();
