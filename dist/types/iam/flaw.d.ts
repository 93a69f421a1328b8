import type { Origin } from "../values/value.js";
export type FlawName = "principal-star" | "not-principal" | "wildcard-in-principal" | "malformed-principal" | "group-principal" | "placeholder" | "number-as-account" | "resource-in-trust-policy" | "unknown-element" | "missing-element" | "unknown-operator" | "unknown-effect" | "unknown-version" | "malformed-value" | "empty-document";
export interface Flaw {
    readonly name: FlawName;
    /** Completes "IAM will refuse this policy: …". */
    readonly sentence: string;
    readonly origin: Origin;
}
