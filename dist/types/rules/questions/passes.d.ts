import type { DenyReason } from "../../iam/decision/deny-reason.js";
import type { Rule } from "../rule.js";
import type { PolicyRulings } from "./ask.js";
import { type PolicyCheck } from "./policy-check.js";
export interface Pass {
    readonly rule: Rule;
    /** Of the grant: where its principal is written. */
    readonly grant: string;
    readonly denyReasons: readonly DenyReason[];
}
/** For each rule the grants of which it has nothing to say, but for those that speak of no caller of its classes. */
export declare function passes(check: PolicyCheck, { judgement, rulings }: PolicyRulings): Pass[];
