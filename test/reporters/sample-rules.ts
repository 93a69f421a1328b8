// Rules with long and short words, several weaknesses, aliases, and questions that outrank them.

import type { Rule } from "../../src/rules/rule.ts";

const rule = (id: string, severity: Rule["severity"], more: Partial<Rule> = {}): Rule => ({
  id,
  title: `Title of ${id}`,
  severity,
  precision: "high",
  cwe: [441],
  since: "0.1.0",
  why: `Why ${id}\nmatters.`,
  fix: `Mend it with \`${id}\`,\ni.e. at once. The rest is for those who ask.`,
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"],
  policy: "trust",
  examples: { bad: [], good: [] },
  ...more,
});

export const rules: readonly Rule[] = [
  rule("public-trust", "critical", { why: `Very long. ${"word ".repeat(300)}`, references: [] }),
  rule("external-id-required", "medium", {
    aliases: ["missing-external-id"],
    cwe: [441, 79],
    deny: [{ request: {}, message: "", severity: "high" }],
    examples: {
      bad: [{ name: "no condition", policy: { Statement: { Effect: "Allow" } } }],
      good: [{ name: "one external ID", policy: { Statement: [] }, config: { tenancy: "multi" } }],
    },
  }),
  rule("unconstrained-principal", "medium"),
  rule("dead-grant", "low", { cwe: [], fix: "Remove it" }),
];
