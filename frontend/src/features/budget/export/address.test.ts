import { expect, it } from "vitest";
import { addressOf } from "./address";

it("asks within the organisation, in the chosen language", () => {
  const address = addressOf("p1", "board.pdf", { organisation: "ours", language: "nl" });
  expect(address).toBe("/api/periods/p1/board.pdf?organisation=ours&language=nl");
});
