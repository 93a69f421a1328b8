import type { Doubt } from "../../values/doubt.js";
import { type Glyph } from "../patterns/glyph.js";
import type { Word } from "../patterns/words.js";
/** A condition value in pieces: characters, and variables by key with an optional default. */
export type Template = readonly (Glyph | Variable)[];
export interface Variable {
    /** Lower case. */
    readonly key: string;
    readonly written: string;
    readonly fallback?: Word;
}
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html; `wildcards`: the operator knows them. */
export declare function template(word: Word, wildcards: boolean, variables: boolean): Template;
export declare function isVariable(piece: Glyph | Variable): piece is Variable;
export declare function variablesOf(pieces: Template): string[];
/** What stands for variables that have no value. */
export declare function fallbacksOf(pieces: Template): Word[];
/** The template with its variables replaced; undefined: one has no value; a doubt: one cannot be known. Replaced text has no wildcards. */
export declare function substitute(pieces: Template, carried: (key: string) => Word | Doubt | undefined): readonly Glyph[] | Doubt | undefined;
