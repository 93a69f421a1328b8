import { describe, expect, test } from "vitest";
import { runExamples } from "../../src/examples/run.ts";
import { builtinRules } from "../../src/rules/files/builtin.ts";
import { forms } from "../forms.ts";

describe("the examples of every built-in rule", () => {
  for (const rule of builtinRules()) {
    test(rule.id, () => {
      const { examples, failures } = runExamples([rule], [], forms);
      expect(examples).toBeGreaterThan(1);
      expect(failures).toEqual([]);
    });
  }
});
