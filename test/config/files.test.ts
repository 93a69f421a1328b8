import { expect, test } from "vitest";
import { matchesFile } from "../../src/config/files.ts";

test.each([
  ["legacy/**", "legacy/a/b.yaml", undefined, true],
  ["legacy/**", "other/legacy/b.yaml", undefined, false],
  ["**/legacy/**", "other/legacy/b.yaml", undefined, true],
  ["./legacy/**", "legacy/b.yaml", undefined, true],
  ["**", ".github/a.yaml", undefined, true],
  ["*.yaml", "a/b.yaml", undefined, false],
  ["*.{yml,yaml}", "b.yml", undefined, true],
  ["a.yaml", "a.yaml", undefined, true],
  ["!a.yaml", "b.yaml", undefined, false],
  ["#a.yaml", "#a.yaml", undefined, true],
  ["legacy/**", "infra/legacy/b.yaml", "infra", true],
  ["infra/**", "infra/legacy/b.yaml", "infra", false],
  ["**", "other/b.yaml", "infra", true],
  ["legacy/**", "infrastructure/legacy/b.yaml", "infra", false],
])("%s means %s, counted from %s: %s", (pattern, file, directory, expected) => {
  expect(matchesFile(directory === undefined ? {} : { directory }, ["none", pattern], file)).toBe(expected);
});

test("no pattern means no file", () => {
  expect(matchesFile({}, [], "a.yaml")).toBe(false);
});

test("braces that multiply end", () => {
  expect(matchesFile({}, ["{a,b}".repeat(60)], "c")).toBe(false);
});
