import type { Glyph } from "./glyph.js";
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
    /** Of the patterns with the same one it matters whether any matches, and not which. */
    readonly oneOf?: object;
}
export declare const ANY: Atom;
export declare function exactly(char: string): Atom;
export declare function oneOf(accepts: (char: string) => boolean): Atom;
export declare function anyOf(accepts: (char: string) => boolean): Atom;
/** Wildcards are those that the glyphs mark: an operator that knows none has marked none. */
export declare function textPattern(glyphs: readonly Glyph[], ignoreCase?: boolean): Pattern;
/** Wildcards of an ARN operator stay inside their field. Undefined: fewer than six fields, which AWS does not say how to read. */
export declare function arnPattern(glyphs: readonly Glyph[]): Pattern | undefined;
/** The forms of one value in a list of which any may match; what deployment supplies stays apart from the others. */
export declare function oneOfList(forms: readonly Pattern[], list: object): readonly Pattern[];
/** The same, but that its wildcards stand for no slash. */
export declare function withoutSlash({ atoms, ignoreCase }: Pattern): Pattern;
export declare function hasWildcard(pattern: Pattern): boolean;
/** The one word that matches, where there is only one. */
export declare function onlyWord(pattern: Pattern): Word | undefined;
export declare function fold(text: string, ignoreCase: boolean): string;
