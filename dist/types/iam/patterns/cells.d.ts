import type { Budget } from "./budget.js";
import { type Atom, type Pattern } from "./pattern.js";
import type { Word } from "./words.js";
/** A language: any of these sequences. */
export type Grammar = readonly (readonly Atom[])[];
export interface Cells {
    /** Preferred words first, then shorter ones. */
    readonly words: readonly Word[];
    /** False: the walk was cut short; combinations may be missing. */
    readonly complete: boolean;
}
/**
 * `preferred` words stand for their combination if they are in the language. Two words that the same patterns match, or one of
 * the same group, are told apart by nothing in the policy, so one of them is enough (the partition lemma).
 */
export declare function cells(grammar: Grammar, patterns: readonly Pattern[], preferred: readonly Word[], steps: Budget): Cells;
