import { expect, test } from "vitest";
import { assigned, type Channel, type Draft, type Gap, lacking, slotsOf } from "./model";

const gap = (channel: string, week_missing: number, ...proposals: string[]) =>
  ({ channel, week: "2026-11-23", week_missing, proposals }) as unknown as Gap;
const channel = (id: string, network: string, ...languages: string[]) =>
  ({ id, network, languages }) as unknown as Channel;
const draft = (id: string, languages: string[], networks: string[] = []) =>
  ({ id, languages, networks }) as unknown as Draft;

test("what a week lacks is counted once for a channel, however many days it is spread over", () => {
  const gaps = [gap("a", 3, "2026-11-24T09:00"), gap("a", 3, "2026-11-25T09:00"), gap("b", 1, "2026-11-24T10:00")];
  expect(lacking(gaps)).toEqual({ missing: 4, unplaced: 1 });
  expect(slotsOf(gaps).map(({ at }) => at)).toEqual(["2026-11-24T09:00", "2026-11-24T10:00", "2026-11-25T09:00"]);
});

test("a draft goes to the earliest slot that speaks its language on a network it is meant for", () => {
  const channels = [channel("a", "facebook", "fr"), channel("b", "twitter", "nl")];
  const slots = slotsOf([gap("a", 1, "2026-11-24T09:00", "2026-11-26T09:00"), gap("b", 1, "2026-11-25T09:00")]);
  const found = assigned(
    [
      draft("1", ["fr"]),
      draft("2", ["nl", "fr"], ["twitter"]),
      draft("3", ["fr"]),
      draft("4", ["fr"]),
      draft("5", ["de"]),
    ],
    slots,
    channels,
  );
  expect([...found].map(([id, { at }]) => [id, at])).toEqual([
    ["1", "2026-11-24T09:00"],
    ["2", "2026-11-25T09:00"],
    ["3", "2026-11-26T09:00"],
  ]);
});
