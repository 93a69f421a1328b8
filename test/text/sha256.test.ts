import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sha256 } from "../../src/text/sha256.ts";

test.each([
  ["nothing", ""],
  ["a word", "abc"],
  ["what is not ASCII, and half a character", "ä€🐴\ud83d"],
  ...[55, 56, 63, 64, 65, 119, 120, 5000].map((length) => [`${length} bytes`, "x".repeat(length)]),
])("%s has the digest that Node finds", (_, text = "") => {
  expect(sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
});
