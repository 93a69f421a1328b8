import type { Origin } from "../../values/value.js";
export type FlawName = "principal-star" | "not-principal" | "wildcard-in-principal" | "malformed-principal" | "group-principal" | "placeholder" | "number-as-account" | "number-as-text" | "resource-in-trust-policy" | "unknown-element" | "duplicate-key" | "one-of-a-pair" | "sid-twice" | "sid-characters" | "missing-element" | "unknown-operator" | "unknown-effect" | "unknown-version" | "malformed-value" | "empty-document";
export interface Wrong {
    readonly name: FlawName;
    /** What is wrong: "\"1111-2222-3333\" is an account id with other characters than digits". */
    readonly sentence: string;
    /** What to do about it: "write \"111122223333\"". */
    readonly repair: string;
}
export interface Flaw extends Wrong {
    readonly origin: Origin;
}
export declare function flawInWords({ name, sentence, repair }: Wrong): string;
