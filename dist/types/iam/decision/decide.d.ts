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
    /** For want of steps. */
    readonly exhausted: boolean;
}
export interface Looking {
    readonly steps?: Budget;
    readonly tries?: Pruning["tries"];
    /** Only callers of whom this one speaks, in the order of `grantsOf`. */
    readonly grant?: number;
    /** Only these callers, instead of everyone whom the policy can tell apart. */
    readonly callers?: readonly Caller[];
}
/**
 * Visits every request that the policy can tell apart; two requests that agree in all that the policy asks get one answer
 * (the partition lemma), so that "no trial is allowed" means that no request is. Returns what requests are missing. Nobody
 * takes more than half of the steps that are left, so that what one caller costs is no doubt of the others.
 */
export declare function eachTrial(document: Document, ours: Ours, asked: Asked, visit: (trial: Trial) => void, { steps, tries, grant, callers: only }?: Looking): readonly UntriedRequests[];
