import { describe, expect, test } from "vitest";
import { runExamples } from "../../src/examples/run.ts";
import { builtinRules } from "../../src/rules/files/builtin.ts";
import { forms } from "../forms.ts";

test.each(builtinRules().map((rule) => [rule.id, rule] as const))("of %s there are examples enough", (_, rule) => {
  const { bad, good, unknown = [] } = rule.examples;
  // What a grant looks like is there or not; whether a request gets in may be what nobody can tell.
  const canBeOpen = rule.deny !== undefined || rule.admit !== undefined;
  expect(bad.length).toBeGreaterThanOrEqual(3);
  expect(good.length).toBeGreaterThanOrEqual(3);
  expect(unknown.length).toBeGreaterThanOrEqual(canBeOpen ? 1 : 0);
});

describe("the examples of every built-in rule", () => {
  for (const rule of builtinRules()) {
    test(rule.id, () => {
      const { examples, failures } = runExamples([rule], [], forms);
      expect(examples).toBeGreaterThan(1);
      expect(failures).toEqual([]);
    });
  }
});
