import { type Party } from "../../config/who.js";
import type { Grant } from "../../iam/decision/grants.js";
import type { Trial } from "../../iam/decision/trial.js";
import type { Document } from "../../iam/language/document.js";
import type { Element } from "../../iam/language/principal.js";
import type { Word } from "../../iam/patterns/words.js";
import type { Facts } from "../rule.js";
import { type ExternalId } from "./external-id.js";
export interface GrantFacts {
    readonly element: Element | undefined;
    /** Everyone whom the grant lets in, or may let in. */
    readonly admitted: readonly Party[];
    /** Condition keys that can hold a caller to an account and that stand in the way of this grant. */
    scopedBy(): readonly string[];
    /** The external ids that third parties have to send; empty: none. */
    externalIds(): readonly ExternalId[];
    /** "none", or the name of a flaw. */
    readonly flaw: string;
}
export declare const NO_FACTS: GrantFacts;
/** The facts that rules see. Where IAM refuses the principal, nobody is let in. */
export declare function factsForRules(facts: GrantFacts): GrantFacts;
/** Whom a grant lets in; filled while requests are tried. */
export interface Admission {
    readonly parties: Map<string, Party>;
    /** The ids that third parties send; undefined: none. */
    readonly ids: Set<Word | undefined>;
}
export declare function noteAdmission({ parties, ids }: Admission, party: Party, { context }: Trial): void;
export declare function factsOf({ parties, ids }: Admission, grant: Grant, document: Document): GrantFacts;
/** Whether the facts of a grant, and of one caller that it lets in, are those that a rule asks for. Undefined: one of them cannot be told. */
export declare function matchFacts(grant: GrantFacts, caller: Party | undefined, asked: Facts): boolean | undefined;
