// The rules that a user brings, to be asked beside the built-in ones.

import type { Rule } from "../rule.ts";
import { builtinRules } from "./builtin.ts";
import { type RuleFile, readRules } from "./read.ts";

export { RuleError, requireRules } from "./read.ts";

/** `path` names a file as messages name it. Throws RuleError. */
export function loadRules(files: readonly RuleFile[]): Rule[] {
  return readRules(files, builtinRules());
}
