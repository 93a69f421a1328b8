import type { Party } from "../../config/who.js";
import { type Document } from "../../iam/language/document.js";
import type { Statement } from "../../iam/language/statement.js";
import { type Word } from "../../iam/patterns/words.js";
import type { Origin } from "../../values/value.js";
/** One id that lets a third party in. */
export interface ExternalId {
    /** As it stands; empty where deployment decides it. */
    readonly text: string;
    readonly from: "literal" | "default" | "parameter" | "computed" | "pattern" | "caller";
    readonly sample: boolean;
    /** The vendor's name or account. */
    readonly ofVendor: boolean;
    /** Not of the form that the vendor's ids have. */
    readonly foreign: boolean;
    /** A parameter that may be too short for any request to send it. */
    readonly open: boolean;
    /** Itself where it is one of several, else the key; undefined where it is no value of the policy. */
    readonly origin: Origin | undefined;
}
/** As conditions and requests carry the key. */
export declare const EXTERNAL_ID = "sts:externalid";
/** `statement`: of the grant; what it asks for itself speaks before what another statement does. */
export declare function externalIds(sent: readonly Word[], admitted: readonly Party[], statement: Statement, document: Document): ExternalId[];
/** Is it an id of which no fact says anything, but that it is spelled out? */
export declare function isUnremarkable(id: Word, admitted: readonly Party[]): boolean;
/** The words of the rule file for an id. */
export declare function wordsFor({ from, sample, ofVendor, foreign, open }: ExternalId): string[];
