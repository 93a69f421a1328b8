import type { Audience, Tenancy } from "../../config/config.js";
import { type Party, type PartyClass } from "../../config/who.js";
import type { Asked } from "../../iam/decision/decide.js";
import type { Trial } from "../../iam/decision/trial.js";
import { type Context } from "../../iam/evaluation/context.js";
import { type Document } from "../../iam/language/document.js";
import { type Word } from "../../iam/patterns/words.js";
import type { Given, Question, RequestClass, RoleClass } from "../rule.js";
/** What a question's `given` is held against. */
export interface Circumstances {
    readonly audience: Audience;
    readonly vendorsDeclared: boolean;
    /** What callers of a class may be said to be. */
    tenanciesOf(set: PartyClass): readonly Tenancy[];
}
export declare function isAsked(given: Given | undefined, { audience, vendorsDeclared }: Circumstances): boolean;
/** Can the question have an answer under the circumstances, whatever the policy says? */
export declare function canApply({ request, given }: Question, circumstances: Circumstances): boolean;
/** Does the class speak of this caller? Whether it is alone is asked when the whole world is known. */
export declare function matchesCaller({ request, given }: Question, party: Party): boolean;
export declare function listOf<T>(asked: T | readonly T[]): readonly T[];
export declare function isRoleClass(resource: NonNullable<RequestClass["resource"]>): resource is RoleClass;
/** Is it about what the class asks for? */
export declare function matchesTarget({ action, resource }: RequestClass, target: Pick<Trial, "action" | "resource" | "role">, owner: Party | undefined): boolean;
/** Does the request carry what the class asks for? */
export declare function matchesContext(request: RequestClass, context: Context, isListed: IsListed): boolean;
/** Does a condition on the key spell the value out? What deployment supplies counts as spelled out; a wildcard or variable does not. */
export type IsListed = (word: Word, key: string) => boolean;
export declare function listedIn(document: Document): IsListed;
/** What questions tell apart: who calls, what for, and the condition keys that they name with the texts that they ask for. */
export declare function askedRequests(questions: readonly Question[]): Asked;
