// Beside each text of the build its brotli twin, a sixth smaller than gzip; browsers take it wherever the way is safe (https, localhost).
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const LEAST_BYTES = 400;
const folder = process.argv[2] ?? "dist";
for (const name of readdirSync(folder, { recursive: true })) {
  const file = `${folder}/${name}`;
  if (!/\.(js|css|svg|json|webmanifest)$/.test(name) || statSync(file).size < LEAST_BYTES) continue;
  const text = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  writeFileSync(`${file}.br`, brotliCompressSync(text, { params }));
}
