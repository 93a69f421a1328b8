// The rules that a user brings, to be asked beside the built-in ones.

import type { Rule } from "../rule.ts";
import { builtinRules } from "./builtin.ts";
import { type RuleFile, readRules } from "./read.ts";

export { RuleError, requireRules } from "./read.ts";

/**
 * Parses and validates rule files (schemas/rule.schema.json) for the `rules` of `check`. `path` is only used in messages. Throws
 * RuleError on an invalid file, and on an id that a built-in rule or another file has.
 */
export function loadRules(files: readonly RuleFile[]): Rule[] {
  return readRules(files, builtinRules());
}
