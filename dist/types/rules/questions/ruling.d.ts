import type { Severity } from "../../config/config.js";
import type { Party } from "../../config/who.js";
import type { Document } from "../../iam/language/document.js";
import type { Doubt } from "../../values/doubt.js";
import type { Origin } from "../../values/value.js";
import type { Outcome } from "../../values/worlds.js";
import type { Rule } from "../rule.js";
import type { Sentence } from "./message.js";
import type { Hit } from "./policy-check.js";
export interface Ruling {
    readonly kind: "finding" | "unknown";
    readonly rule: Rule;
    readonly severity: Severity;
    readonly message: Sentence;
    readonly origin: Origin;
    /** Key of the grant; undefined: of the policy as a whole. */
    readonly grant: string | undefined;
    /** The principal as written. */
    readonly written: string;
    /** Where the principal stands. */
    readonly trusted?: Origin;
    readonly parties: readonly Party[];
    /** The request that gets through, or would. */
    readonly hit?: Hit;
    /** The worlds in which that request does. */
    readonly witnessed?: readonly Outcome<Document>[];
    /** The worlds in which it holds for the first party. */
    readonly worlds: readonly Outcome<Document>[];
    /** Parameters at whose defaults it holds; by its worlds, if left out. */
    readonly defaults?: readonly string[];
    readonly doubt?: Doubt;
    /** What to do next, where that is more than the rule's fix. */
    readonly help?: string;
}
