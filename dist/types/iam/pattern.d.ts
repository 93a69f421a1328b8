import { type Word } from "./words.js";
/** One place of a pattern: a set of characters, once or any number of times. */
export interface Atom {
    readonly accepts: (char: string) => boolean;
    readonly many: boolean;
    /** The only character, where there is only one. */
    readonly char?: string;
}
export interface Pattern {
    readonly atoms: readonly Atom[];
    readonly ignoreCase: boolean;
}
export type States = readonly number[];
export declare const ANY: Atom;
export declare function exactly(char: string): Atom;
export declare function oneOf(accepts: (char: string) => boolean): Atom;
export declare function anyOf(accepts: (char: string) => boolean): Atom;
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
/** Wildcards are those that the glyphs mark: an operator that knows none has marked none. */
export declare function textPattern(glyphs: readonly Glyph[], ignoreCase?: boolean): Pattern;
/** Wildcards of an ARN operator stay inside their field. Undefined: fewer than six fields, which AWS does not say how to read. */
export declare function arnPattern(glyphs: readonly Glyph[]): Pattern | undefined;
/** The same, but that its wildcards stand for no slash. */
export declare function withoutSlash({ atoms, ignoreCase }: Pattern): Pattern;
export declare function hasWildcard(pattern: Pattern): boolean;
/** The one word that matches, where there is only one. */
export declare function onlyWord(pattern: Pattern): Word | undefined;
export declare function fold(text: string, ignoreCase: boolean): string;
export declare function start(pattern: Pattern): States;
export declare function step(pattern: Pattern, states: States, char: string): States;
export declare function accepts(pattern: Pattern, states: States): boolean;
/** Does the word match, whatever values its holes have? */
export declare function matches(pattern: Pattern, word: Word): boolean;
/**
 * Can the holes of the pattern and of the word have values with which it matches? The word's characters from `freshFrom` on
 * are such as no hole of the pattern supplies.
 */
export declare function mayMatch(pattern: Pattern, word: Word, freshFrom?: number): boolean;
