import type { Config } from "../../config/config.js";
import type { FileSettings } from "../../config/scopes.js";
import type { Policy } from "../../policies/policy.js";
import type { Rule } from "../rule.js";
import { type PolicyCheck } from "./policy-check.js";
export interface SharedCheck extends Pick<PolicyCheck, "rules" | "inYieldingOrder" | "who" | "circumstances" | "questions" | "tried" | "severityOf"> {
    /** No rule asks anything of a policy that lets no request through: neither its shape nor whom it has to let in. */
    readonly asksOfRequestsAlone: boolean;
}
/** `settings`: of the files that the policies are in. */
export declare function sharedChecks(settings: FileSettings, { inline }: Config, rules: readonly Rule[]): (policy: Policy) => SharedCheck;
