import { expect, test } from "vitest";
import { nearest } from "../../src/text/nearest.ts";

const WORDS = ["format", "fail-on", "tenancy", "only"];

test.each([
  ["fromat", "format"],
  ["Format", "format"],
  ["tennancy", "tenancy"],
  ["failon", "fail-on"],
  ["onyl", undefined],
  ["onl", "only"],
  ["baseline", undefined],
  ["", undefined],
  ["x".repeat(100_000), undefined],
])("%s was meant to be %s", (word, meant) => {
  expect(nearest(word, WORDS)).toBe(meant);
});
