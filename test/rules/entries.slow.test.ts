import { describe, expect, test } from "vitest";
import { cloudformationJson } from "../../src/examples/forms.ts";
import { runExamples } from "../../src/examples/run.ts";
import { builtinRules } from "../../src/rules/files/builtin.ts";
import type { Rule } from "../../src/rules/rule.ts";

/** The rule under another name with one entry left out, so that it stands beside the built-in ones. */
function without(rule: Rule, verb: "deny" | "admit" | "require", index: number): Rule {
  const entries = rule[verb] ?? [];
  return { ...rule, id: `${rule.id}-mutant`, [verb]: entries.filter((_, position) => position !== index) };
}

describe("every entry of a rule is needed by one of its examples", () => {
  for (const rule of builtinRules()) {
    for (const verb of ["deny", "admit", "require"] as const) {
      for (const index of (rule[verb] ?? []).keys()) {
        test(`${rule.id} without ${verb} ${index + 1}`, () => {
          const mutant = without(rule, verb, index);
          // In all formats the answers agree, as examples.test.ts holds.
          expect(runExamples([mutant], [mutant], [cloudformationJson]).failures).not.toEqual([]);
        });
      }
    }
  }
});
