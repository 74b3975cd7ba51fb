import { expect, test } from "vitest";
import { addressHash, bytesOf } from "./push";

test("the server's key is read as bytes", () => {
  expect([...bytesOf("AP-_")]).toEqual([0, 255, 191]);
});

test("a browser finds itself by the hash of its address", async () => {
  expect(await addressHash({ endpoint: "https://push.example.org/1" })).toBe(
    "572ed3dbb3c937f4344e8eecdfed6a122c87d1cf8d03e6f211812966af3ff539",
  );
});
