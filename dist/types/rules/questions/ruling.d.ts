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
    /** Key of the grant; undefined: the ruling is on the policy as a whole. */
    readonly grant: string | undefined;
    /** The principal as written. */
    readonly written: string;
    /** Where the principal stands. */
    readonly trusted?: Origin;
    readonly parties: readonly Party[];
    /** The request that gets through, or would. */
    readonly hit?: Hit;
    /** The worlds in which the request of `hit` gets through. */
    readonly witnessed?: readonly Outcome<Document>[];
    /** The worlds in which the ruling holds for the first of its parties. */
    readonly worlds: readonly Outcome<Document>[];
    /** Parameters with whose defaults the ruling holds. Left out: worked out from `worlds`. */
    readonly defaults?: readonly string[];
    readonly doubt?: Doubt;
    /** What to do next, where that is more than the rule's fix. */
    readonly help?: string;
}
