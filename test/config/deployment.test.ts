import { expect, test } from "vitest";
import { deploymentOf } from "../../src/config/deployment.ts";

test.each<[what: string, value: unknown, text: string]>([
  ["a text as it is", "a", "a"],
  ["a number by its digits", 12, "12"],
  ["a list with commas", ["a", 1], "a,1"],
  ["a map as JSON", { a: ["b"] }, '{"a":["b"]}'],
  ["a list of maps as JSON", [{ a: 1 }], '[{"a":1}]'],
  ["nothing leaves what is said farther away", null, "other"],
  ["nor does a name that was never set", undefined, "other"],
])("a value is given as deployment takes it: %s", (_, value, text) => {
  expect(deploymentOf({ parameters: { p: "other" } }, { p: value }).given.get("p")).toBe(text);
});
