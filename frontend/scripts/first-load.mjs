// The script a browser loads before it shows anything: what index.html names and the app itself, gzipped as it travels. Fails above the limit.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const MOST_BYTES = 130_000;
const folder = process.argv[2] ?? "dist";
const page = readFileSync(`${folder}/index.html`, "utf8");
const { app } = JSON.parse(readFileSync(`${folder}/screens.json`, "utf8"));
const named = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, name]) => name);
const files = [...new Set([...named, ...app.filter((name) => name.endsWith(".js")).map((name) => name.slice(1))])];
const sizes = files.map((name) => [name, gzipSync(readFileSync(`${folder}/${name}`), { level: 9 }).length]);
const sum = sizes.reduce((total, [, size]) => total + size, 0);
for (const [name, size] of sizes.sort((one, other) => other[1] - one[1])) console.log(`${size}\t${name}`);
console.log(`${sum} bytes of script in the first load; at most ${MOST_BYTES}`);
if (sum > MOST_BYTES) process.exitCode = 1;
