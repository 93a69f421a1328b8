// What a rule says of one grant, or of a policy as a whole, before it is placed and written.

import type { Severity } from "../../config/config.ts";
import type { Party } from "../../config/who.ts";
import type { Document } from "../../iam/language/document.ts";
import type { Doubt } from "../../values/doubt.ts";
import type { Origin } from "../../values/value.ts";
import type { Outcome } from "../../values/worlds.ts";
import type { Rule } from "../rule.ts";
import type { Sentence } from "./message.ts";
import type { Hit } from "./policy-check.ts";

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
