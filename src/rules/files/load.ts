// The rules that a user brings, to be asked beside the built-in ones.

import { Problem } from "../../text/problem.ts";
import type { Rule } from "../rule.ts";
import { builtinRules } from "./builtin.ts";
import { RuleError, type RuleFile, readRules } from "./read.ts";

export { RuleError, requireRules } from "./read.ts";

/**
 * Parses and validates rule files (schemas/rule.schema.json) for the `rules` of `check`. `path` is only used in messages. Throws
 * RuleError on an invalid file, and on an id that a built-in rule or another file has.
 */
export function loadRules(files: readonly RuleFile[]): Rule[] {
  if (!Array.isArray(files)) throw misused("files is not a list");
  for (const [index, file] of files.entries()) {
    const missing = (["path", "text"] as const).find((key) => typeof file?.[key] !== "string");
    if (missing !== undefined) throw misused(`files[${index}].${missing} is not a string`);
  }
  return readRules(files, builtinRules());
}

/** A program in JavaScript may call it so. */
function misused(message: string): RuleError {
  return new RuleError("rules", new Problem(message, "give loadRules a list of files, each with its path and text"));
}
