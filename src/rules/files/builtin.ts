// The rules that come with the tool, made ready when the bundle is built.

import { json } from "../generated/rules.js";
import type { Rule } from "../rule.ts";

let known: readonly Rule[] | undefined;

export function builtinRules(): readonly Rule[] {
  known ??= JSON.parse(json) as readonly Rule[];
  return known;
}
