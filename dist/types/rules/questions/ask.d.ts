import { type PolicyJudgement } from "./judge.js";
import type { PolicyCheck } from "./policy-check.js";
import type { Ruling } from "./ruling.js";
export interface PolicyRulings {
    readonly judgement: PolicyJudgement;
    readonly rulings: readonly Ruling[];
}
export declare function askRules(check: PolicyCheck): PolicyRulings;
