import type { Document } from "../iam/language/document.js";
import type { Resource as ReadResource } from "../readers/reader.js";
import type { GrantJudgement } from "../rules/questions/judge.js";
import type { Ruling } from "../rules/questions/ruling.js";
import type { Outcome } from "../values/worlds.js";
import type { Once } from "./judging/kept.js";
import type { Finding, Grant, Resource, Unknown } from "./report.js";
/** What all rulings on one policy share. */
export interface FindingContext {
    readonly resource: ReadResource;
    readonly worlds: readonly Outcome<Document>[];
    /** No value of the policy may be shown. */
    readonly secret: boolean;
    /** The resource as reports have it. */
    readonly shown: Resource;
    fingerprint(rule: string, file: string, resource: string, principal: string): string;
    /** One for all that are equal: there may be very many. */
    once: Once;
}
export declare function findingOf(ruling: Ruling, context: FindingContext): Finding;
export declare function unknownOf(ruling: Ruling, context: FindingContext): Unknown;
/** Under `strict` what cannot be told is a finding of its rule, with the help of its question. */
export declare function asFinding(ruling: Ruling, resource: ReadResource): Ruling;
export declare function grantOf({ key, grant, admitted, hits }: GrantJudgement, rulings: readonly Ruling[], context: FindingContext): Grant;
export declare function resourceOf({ format, type, id, path }: ReadResource): Resource;
