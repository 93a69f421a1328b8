import type { Word } from "./words.js";
/** Characters with their meaning: `wild` ones are wildcards, others stand for themselves. */
export interface Glyph {
    readonly char: string;
    readonly wild: boolean;
}
/** Every character is itself. */
export declare function plain(word: Word): Glyph[];
/** As they are spelled, wildcards and all. */
export declare function textOf(glyphs: readonly Glyph[]): Word;
/** `*` and `?` are wildcards. */
export declare function wild(word: Word): Glyph[];
