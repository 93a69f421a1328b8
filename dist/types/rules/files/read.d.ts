import { Problem } from "../../text/problem.js";
import type { Rule } from "../rule.js";
export declare class RuleError extends Problem {
    readonly name = "RuleError";
    readonly file: string;
    constructor(file: string, { message, help, line, column, opened }: Problem);
}
export interface RuleFile {
    readonly path: string;
    readonly text: string;
}
/** The rules of `files`, which stand beside `others`. Throws RuleError. */
export declare function readRules(files: readonly RuleFile[], others: readonly Rule[]): Rule[];
/** The same of rules that a program gives: `rules[0]` names the first. Throws RuleError. */
export declare function requireRules(rules: unknown, others: readonly Rule[]): asserts rules is readonly Rule[];
