import { expect, test } from "vitest";
import { createFormat } from "./format";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const brussels = { zone: "Europe/Brussels", ownZone: "Europe/Brussels", currency: "EUR" };
const en = createFormat({ locale: "en", ...brussels });
const fr = createFormat({ locale: "fr", ...brussels });
const de = createFormat({ locale: "de", ...brussels });

test("times are the organisation's, on a 24 hour clock", () => {
  expect(en.time("2026-11-24T08:00:00Z")).toBe("09:00");
  expect(en.time("2026-11-23T23:05:00Z")).toBe("00:05");
});

test("the person's own time is given only where it differs", () => {
  expect(en.ownTime("2026-11-24T08:00:00Z")).toBeNull();
  const away = createFormat({ locale: "en", ...brussels, ownZone: "Europe/London" });
  expect(away.ownTime("2026-11-24T08:00:00Z")).toBe("08:00");
});

test("a bare date stays that day", () => {
  expect(en.date("2026-11-24")).toBe("24 November");
  expect(plain(fr.date("2026-11-24", "weekday"))).toBe("mardi 24 novembre");
});

test("money comes from cents and whole amounts carry none", () => {
  expect(en.money(125_000)).toBe("€1,250");
  expect(en.money(1_250)).toBe("€12.50");
  expect(plain(fr.money(2_180_000))).toBe("21 800 €");
});

test("shares are written as percentages", () => {
  expect(en.percent(0.568)).toBe("56.8%");
  expect(plain(de.percent(0.5))).toBe("50 %");
});

test("a zone is called as its city is in the reader's language", () => {
  expect([en.zoneName(), fr.zoneName(), de.zoneName()]).toEqual(["Brussels", "Bruxelles", "Brüssel"]);
  expect(de.zoneName("America/New_York")).toBe("New York");
});

test("relative time takes the largest whole unit", () => {
  const now = "2026-11-24T08:00:00Z";
  expect(en.relative("2026-11-24T12:10:00Z", now)).toBe("in 4 hours");
  expect(en.relative("2026-11-24T07:48:00Z", now)).toBe("12 minutes ago");
  expect(en.relative("2026-11-25T08:00:00Z", now)).toBe("tomorrow");
});
