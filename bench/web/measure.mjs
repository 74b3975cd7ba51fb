// Lighthouse's own mobile run of some pages, as a person who is signed in. Takes {chromium, cookies, pages, rounds, reports} as JSON on
// its standard input, writes [{name, runs: [{performance, accessibility, fcp_ms, …, failed: [audit]}]}] as JSON, and each page's last
// full report into the folder `reports`.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const CATEGORIES = ["performance", "accessibility"];
const TIMES = {
  fcp_ms: "first-contentful-paint",
  lcp_ms: "largest-contentful-paint",
  tbt_ms: "total-blocking-time",
  si_ms: "speed-index",
  shift: "cumulative-layout-shift",
};

const asked = JSON.parse(readFileSync(0, "utf8"));
const told = [];
mkdirSync(asked.reports, { recursive: true });
for (const { name, url } of asked.pages) {
  const runs = [];
  for (let round = 0; round < asked.rounds; round++) runs.push(await again(() => run(name, url)));
  told.push({ name, runs });
}
process.stdout.write(JSON.stringify(told));

/** Now and then a browser's record of a page load lacks its beginning, and Lighthouse asks to be run again. */
async function again(act, most = 3) {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (--most < 1 || !String(error).includes("NO_NAVSTART")) throw error;
    }
  }
}

/** A browser of its own for each run: nothing is kept from the one before. */
async function run(name, url) {
  const browser = await puppeteer.launch({ executablePath: asked.chromium, args: ["--no-sandbox", "--lang=en-GB"] });
  try {
    await browser.setCookie(...asked.cookies);
    const page = await browser.newPage();
    const result = await lighthouse(url, { onlyCategories: CATEGORIES, output: "json", logLevel: "error" }, undefined, page);
    const { audits, categories, finalDisplayedUrl, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(runtimeError.message);
    if (new URL(finalDisplayedUrl).pathname !== new URL(url).pathname) throw new Error(`${url} led to ${finalDisplayedUrl}`);
    writeFileSync(`${asked.reports}/${name}.json`, result.report);
    return {
      ...Object.fromEntries(CATEGORIES.map((one) => [one, categories[one].score * 100])),
      ...Object.fromEntries(Object.entries(TIMES).map(([one, audit]) => [one, audits[audit].numericValue])),
      failed: categories.accessibility.auditRefs
        .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
        .map(({ id }) => id),
    };
  } finally {
    await browser.close();
  }
}
