import type { Config } from "../../config/config.js";
import type { FileSettings } from "../../config/scopes.js";
import type { Policy } from "../../policies/policy.js";
import type { Rule } from "../rule.js";
import { type PolicyCheck } from "./policy-check.js";
export type SharedCheck = Pick<PolicyCheck, "rules" | "inYieldingOrder" | "who" | "circumstances" | "questions" | "tried" | "severityOf">;
/** `settings`: of the files that the policies are in. */
export declare function sharedChecks(settings: FileSettings, { inline }: Config, rules: readonly Rule[]): (policy: Policy) => SharedCheck;
