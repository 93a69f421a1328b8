import type { Caller } from "../evaluation/caller.js";
import type { Document } from "../language/document.js";
import { type Budget } from "../patterns/budget.js";
import type { Word } from "../patterns/words.js";
import { type AskedRequests } from "../requests/everyone.js";
import type { Ours } from "../requests/ours.js";
import { type Pruning } from "../requests/pruning.js";
import { type Trial } from "./trial.js";
export interface Asked extends AskedRequests {
    /** Condition keys that a question names, in lower case, with the texts that it asks for. */
    readonly keys: ReadonlyMap<string, readonly Word[]>;
}
/** Requests that were not looked at: of everyone, or of one caller. */
export interface UntriedRequests {
    readonly caller?: Caller;
    /** The grants that may let one of them in, in the order of `grantsOf`. */
    readonly grants: readonly number[];
    /** True: the budget ran out; false: the question is beyond what is worked out. */
    readonly exhausted: boolean;
}
export interface Looking {
    readonly steps?: Budget;
    readonly tries?: Pruning["tries"];
    /** Index of a grant in `grantsOf`: only callers whom its principal may match. */
    readonly grant?: number;
    /** Only these callers, instead of everyone whom the policy can tell apart. */
    readonly callers?: readonly Caller[];
}
/**
 * Visits one request for each combination of answers that the policy can give. Two requests for which every pattern and
 * condition of the policy gives the same answer get the same verdict (the partition lemma). So if no visited request is allowed,
 * none is. Returns the requests that were not visited. Each caller may take half of the steps that are left at most: one that
 * costs too much leaves steps for the others.
 */
export declare function eachTrial(document: Document, ours: Ours, asked: Asked, visit: (trial: Trial) => void, { steps, tries, grant, callers: only }?: Looking): readonly UntriedRequests[];
