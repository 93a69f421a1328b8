import type { Doubt } from "../../values/doubt.js";
import type { Grammar } from "../patterns/cells.js";
import type { Pattern } from "../patterns/pattern.js";
import type { Word } from "../patterns/words.js";
export interface KeyLanguage {
    readonly grammar: Grammar;
    /** What tells values apart, besides what conditions do. */
    readonly told: readonly Pattern[];
    /** Values worth showing. */
    readonly preferred: readonly Word[];
    admits(word: Word): boolean;
    /** The caller's account, which is in every value. */
    readonly account?: Word;
    /** What it takes to have a token with the value. */
    costOf?(word: Word): Doubt | undefined;
}
