import { type RuleFile } from "./read.js";
import type { Rule } from "./rule.js";
export { RuleError } from "./read.js";
/** `path` names a file as messages name it. Throws RuleError. */
export declare function loadRules(files: readonly RuleFile[]): Rule[];
