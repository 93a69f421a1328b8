import type { Problem } from "./problem.js";
import type { Range, Source } from "./source.js";
/** Object keys and list indexes from the root of a document; a YAML short form counts as its long form (`!Sub x` is `["Fn::Sub"]`). */
export type Path = readonly (string | number)[];
/** The path of what stands at a key or an index there. V8 gives to an array that another is spread into room for 16 more: of paths there are very many. */
export declare function below(path: Path, step: string | number): Path;
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** Read it with `entry` and `Object.keys` only: a key may be called `__proto__` or `constructor`. */
export interface JsonObject {
    readonly [key: string]: Json;
}
export interface Document {
    readonly source: Source;
    /** Of a text within another document: which text it is, the same however often it is read. */
    readonly within?: string;
    readonly value: Json;
    /** Where the value at `path` (or its key, or characters `within` the decoded scalar) stands; the nearest ancestor that has a place, if it has none. */
    locate(path: Path, what?: "value" | "key" | Range): Range;
    /** The scalar at `path` as it is spelled in the source, without quotes; undefined where it is no scalar. */
    spelling(path: Path): string | undefined;
    /** In order of appearance; none in JSON. Those before a document of a stream are its own. */
    comments(): readonly Comment[];
}
export interface Comment {
    /** Without the `#`, trimmed. */
    readonly text: string;
    /** From the `#` on. */
    readonly range: Range;
}
/** What a text was read into. */
export interface Parsed {
    /** None if nothing stands in the text; several for a YAML stream. */
    readonly documents: readonly Document[];
    /** What is wrong although the text could be read. */
    readonly warnings: readonly Problem[];
}
export declare function isObject(value: Json | undefined): value is JsonObject;
export declare function isList(value: Json | undefined): value is readonly Json[];
/** An own entry of an object, never one that JavaScript's prototypes supply. */
export declare function entry(value: Json | undefined, key: string | number): Json | undefined;
/** A number or boolean counts as text. What JavaScript makes of anything is not asked: that runs what the input calls `toString`. */
export declare function scalarText(json: Json | undefined): string | undefined;
/** The text at a key; empty where something else stands, or nothing. */
export declare function textAt(value: Json | undefined, key: string): string;
export declare function at(value: Json | undefined, path: Path): Json | undefined;
/**
 * Can a text or key of the document match `pattern`, which asks for no blanks, quotes and slashes? Such characters stand
 * in the source as they are, unless escapes spell them; what was put together from several texts may stand nowhere.
 */
export declare function maySpell({ source: { text }, within }: Document, pattern: RegExp): boolean;
