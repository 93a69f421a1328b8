// The rules that come with the tool, made ready when the bundle is built.

import { json as examplesJson } from "../generated/examples.js";
import { json } from "../generated/rules.js";
import type { Rule } from "../rule.ts";

let known: readonly Rule[] | undefined;

export function builtinRules(): readonly Rule[] {
  known ??= (JSON.parse(json) as readonly Omit<Rule, "examples">[]).map(withExamples);
  return known;
}

let examples: readonly Rule["examples"][] | undefined;

/** They are read when they are asked for: no run that judges does. */
function withExamples(rule: Omit<Rule, "examples">, index: number): Rule {
  return Object.defineProperty(rule, "examples", {
    get() {
      examples ??= JSON.parse(examplesJson) as readonly Rule["examples"][];
      return examples[index];
    },
    enumerable: true,
    configurable: true,
  }) as Rule;
}
