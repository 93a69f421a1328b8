import type { PolicyKind } from "../../policies/policy.js";
import type { Doubt } from "../../values/doubt.js";
import type { Struct, Text, Value } from "../../values/value.js";
import type { Flaw } from "./flaw.js";
/** What is known of a policy before its statements are read. */
export interface PolicyReading {
    readonly policy: PolicyKind;
    /** Its version knows variables; a doubt: deployment decides which version it is. */
    readonly variables: boolean | Doubt;
}
export declare function itemsOf(value: Value): readonly Value[];
/** An unknown in the place of a text is a text with a hole. */
export declare function asText(value: Extract<Value, {
    kind: "unknown";
}>): Text;
export declare function doubtOf(value: Value): Doubt;
export declare function noteMalformed(value: Value, sentence: string, repair: string, flaws: Flaw[]): Doubt;
declare const EXAMPLES: {
    Effect: string;
    Principal: string;
    Action: string;
};
export declare function noteMissing(statement: Struct, element: keyof typeof EXAMPLES, flaws: Flaw[]): Doubt;
export declare const DOCUMENT_ELEMENTS: ReadonlySet<string>;
export declare const STATEMENT_ELEMENTS: ReadonlySet<string>;
/** Elements that a map of the policy does not have. */
export declare function noteUnknownElements(map: Struct, known: ReadonlySet<string>, flaws: Flaw[]): void;
/** "Individual elements must not contain multiple instances of the same key": IAM User Guide, "Grammar of the IAM JSON policy language". */
export declare function noteDuplicateKeys({ duplicates }: Struct, flaws: Flaw[]): void;
export {};
