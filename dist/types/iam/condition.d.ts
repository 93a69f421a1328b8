import { type Answer, type Doubt } from "../values/doubt.js";
import type { Origin } from "../values/value.js";
import type { OperatorUse } from "./operators.js";
import { type Glyph, type Pattern } from "./pattern.js";
import { type Template } from "./variables.js";
import { type Word, type Words } from "./words.js";
export interface ConditionValue {
    readonly word: Word;
    readonly template: Template;
    /** A parameter's default stands in it. */
    readonly byDefault: boolean;
}
export interface Condition {
    readonly use: OperatorUse;
    /** Lower case. */
    readonly key: string;
    /** A doubt: the list is not known. */
    readonly values: readonly ConditionValue[] | Doubt;
    /** As written: "StringEquals sts:ExternalId". */
    readonly written: string;
    /** Of the key under its operator. */
    readonly origin: Origin;
}
/** What a request carries for one key. */
export interface Carried {
    /** Empty: the request does not carry the key. */
    readonly values: readonly Word[];
    /** Chosen to differ from every text that the policy holds or gets at deployment. */
    readonly fresh: boolean;
    /** Where only a part was chosen so: from this character on. */
    readonly freshFrom?: number;
    /** The caller's account in it, unless it is ours by its number. */
    readonly account?: Word;
    /** What it takes to bring this value, if not everyone can. */
    readonly cost?: Doubt;
}
export type Context = ReadonlyMap<string, Carried>;
export declare function carried(context: Context, key: string): Carried;
export declare function meets(condition: Condition, context: Context, words: Words): Answer;
/** A template with its variables replaced by what the request carries: see `substitute`. */
export declare function filledIn(template: Template, context: Context): readonly Glyph[] | Doubt | undefined;
/** The pattern of a value under its operator; a doubt where AWS does not say how to read it. */
export declare function patternOf(condition: Condition, glyphs: readonly Glyph[]): Pattern | Doubt;
/** All patterns that the value may turn out to be: itself, and the one in which each hole that may be a wildcard is. */
export declare function patternsOf(condition: Condition, glyphs: readonly Glyph[], words: Words): Pattern[];
