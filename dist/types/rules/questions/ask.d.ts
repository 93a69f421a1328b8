import type { Rule } from "../rule.js";
import { type PolicyJudgement } from "./judge.js";
import type { PolicyCheck } from "./policy-check.js";
import type { Ruling } from "./ruling.js";
export interface PolicyRulings {
    readonly judgement: PolicyJudgement;
    readonly rulings: readonly Ruling[];
}
export declare function askRules(check: PolicyCheck): PolicyRulings;
/** A rule comes after those that it yields to. */
export declare function inYieldingOrder(rules: readonly Rule[]): Rule[];
