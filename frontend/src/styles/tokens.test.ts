import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("src/styles/tokens.css", "utf8");
const tokens = (block: string) =>
  Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]));
const light = tokens(css.slice(0, css.indexOf("@media (pointer")));
const dark = tokens(css.slice(css.indexOf(":root.dark")));
const darkBySystem = tokens(css.slice(css.indexOf("@media (prefers-color-scheme"), css.indexOf(":root.dark")));

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number];
  return (x + 0.05) / (y + 0.05);
}

const text = ["ink", "ink-2", "ink-3", "verdigris", "bronze", "brick", "moss"];
const pairs: [string, string][] = [
  ...text.flatMap((name) => ["paper", "surface", "sunken"].map((ground): [string, string] => [name, ground])),
  ...["verdigris", "bronze", "brick", "moss"].map((name): [string, string] => [name, `${name}-tint`]),
  ...["verdigris", "bronze", "brick", "moss"].flatMap((name): [string, string][] => [
    ["ink", `${name}-tint`],
    ["ink-2", `${name}-tint`],
  ]),
  ...["verdigris", "bronze", "brick"].map((name): [string, string] => [`on-${name}`, name]),
  ["on-verdigris", "verdigris-strong"],
  ["on-brick", "brick-strong"],
];
const lines: [string, string][] = ["line-strong", "bronze-mark", "moss-mark", "now", "campaign-none"].map((name) => [
  name,
  "surface",
]);

test.each([
  ["light", light],
  ["dark", dark],
])("every text colour of the %s theme reaches 4.5:1, every mark 3:1", (_, theme) => {
  const of = (name: string) => theme[name] ?? expect.fail(`no token ${name}`);
  const weak = [
    ...pairs.filter(([a, b]) => contrast(of(a), of(b)) < 4.5),
    ...lines.filter(([a, b]) => contrast(of(a), of(b)) < 3),
  ].map(([a, b]) => `${a} on ${b}: ${contrast(of(a), of(b)).toFixed(2)}`);
  expect(weak).toEqual([]);
});

test("dark by choice and dark by system are the same", () => {
  expect(darkBySystem).toEqual(dark);
});

test("a text has one of the three weights", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".css"));
  const raw = files.filter((name) => /font(-weight)?: ?(\d{3}|bold)/.test(readFileSync(`src/${name}`, "utf8")));
  expect(raw).toEqual([]);
});
