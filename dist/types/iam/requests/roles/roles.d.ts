import type { Hole } from "../../../values/value.js";
import type { Caller } from "../../evaluation/caller.js";
import { type Document } from "../../language/document.js";
import type { Budget } from "../../patterns/budget.js";
import { type Word, type Words } from "../../patterns/words.js";
import type { Ours } from "../ours.js";
export declare const ASSUME_ROLE = "sts:AssumeRole";
/** A role that a request asks for. */
export interface AssumedRole {
    /** As somebody who could call: whose account it is in tells who that is to us. */
    readonly owner: Caller;
    /** The same for roles of one owner, and for no others. */
    readonly whose: number;
    readonly arn: Word;
    /** It is called as nobody foresees: whatever lets it in lets in a role of any name. */
    readonly anyName: boolean;
}
export interface AssumedRoles {
    readonly list: readonly AssumedRole[];
    /** False: some may be missing. */
    readonly complete: boolean;
}
/** Most identity policies speak of other things. */
export declare function mayAssumeRole({ statements, words }: Document): boolean;
export declare function rolesOf(document: Document, ours: Ours, steps: Budget): AssumedRoles;
/** What deployment may put in the place of a hole in a resource, so that it speaks of the role: wildcards, or what names it. */
export declare function suppliesRole({ owner, anyName }: AssumedRole, words: Words): (hole: Hole) => boolean;
