import type { Rule } from "../rule.js";
import { type RuleFile } from "./read.js";
export { RuleError, requireRules } from "./read.js";
/**
 * Parses and validates rule files (schemas/rule.schema.json) for the `rules` of `check`. `path` is only used in messages. Throws
 * RuleError on an invalid file, and on an id that a built-in rule or another file has.
 */
export declare function loadRules(files: readonly RuleFile[]): Rule[];
