import { type Truth } from "./doubt.js";
import type { PatternNode } from "./pattern-syntax.js";
/** Does the whole word match? MAYBE where that takes too long to say. */
export declare function matches(pattern: PatternNode, word: string): Truth;
/** The beginning of a text with a number in it, from one place to another, that may be any other as well. */
export interface Numbered {
    readonly text: string;
    readonly from: number;
    readonly to: number;
    /** The last place to which a wildcard leads from a place. */
    reach(place: number): number;
}
/** Can a word that matches, its `*` and `?` read as wildcards, stand for such texts of more than one number? True where it takes too long to say. */
export declare function mayStandFor(pattern: PatternNode, { text, from, to, reach }: Numbered): boolean;
/** No word that matches has another length than these; `ceiling` stands for itself and all above. Undefined where it takes too long to say. */
export declare function lengths(pattern: PatternNode, ceiling: number): ReadonlySet<number> | undefined;
/** False: no word that matches has the character. */
export declare function mayHold(pattern: PatternNode, character: string): boolean;
