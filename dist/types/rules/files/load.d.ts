import type { Rule } from "../rule.js";
import { type RuleFile } from "./read.js";
export { RuleError, requireRules } from "./read.js";
/** `path` names a file as messages name it. Throws RuleError. */
export declare function loadRules(files: readonly RuleFile[]): Rule[];
