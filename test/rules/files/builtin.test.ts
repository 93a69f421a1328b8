import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { builtinRules } from "../../../src/rules/files/builtin.ts";
import { readRules } from "../../../src/rules/files/read.ts";
import { withSeverity } from "../../../src/rules/rule.ts";

const FOLDER = new URL("../../../rules/", import.meta.url);

test("the built-in rules are what their files say, examples too", () => {
  const paths = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".yaml") && !path.startsWith("vendors/"));
  const files = paths.map((path) => ({ path, text: readFileSync(new URL(path, FOLDER), "utf8") }));
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  expect([...builtinRules()].sort(byId)).toEqual([...readRules(files, [])].sort(byId));
});

test("a rule with another severity is the same rule, and its examples are not read for that", () => {
  const [rule] = builtinRules();
  if (rule === undefined) throw new Error("there is no rule");
  expect(withSeverity(rule, "low")).toEqual({ ...rule, severity: "low" });
  const unread = Object.defineProperty({ ...rule }, "examples", {
    get: () => {
      throw new Error("the examples are read");
    },
    enumerable: true,
  });
  expect(withSeverity(unread, "critical").severity).toBe("critical");
});
