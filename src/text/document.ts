// A parsed text as the floors above see it: a plain value, and the place of each part, looked up only when asked for.

import type { Problem } from "./problem.ts";
import type { Range, Source } from "./source.ts";

/** Object keys and list indexes from the root of a document; a YAML short form counts as its long form (`!Sub x` is `["Fn::Sub"]`). */
export type Path = readonly (string | number)[];

/** The path of what stands at a key or an index there. V8 gives to an array that another is spread into room for 16 more: of paths there are very many. */
export function below(path: Path, step: string | number): Path {
  const longer: (string | number)[] = new Array(path.length + 1);
  for (let index = 0; index < path.length; index += 1) longer[index] = path[index] ?? "";
  longer[path.length] = step;
  return longer;
}

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

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** An own entry of an object, never one that JavaScript's prototypes supply. */
export function entry(value: Json | undefined, key: string | number): Json | undefined {
  if (isList(value)) return typeof key === "number" ? value[key] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A number or boolean counts as text. What JavaScript makes of anything is not asked: that runs what the input calls `toString`. */
export function scalarText(json: Json | undefined): string | undefined {
  return json === undefined || json === null || typeof json === "object" ? undefined : `${json}`;
}

/** The text at a key; empty where something else stands, or nothing. */
export function textAt(value: Json | undefined, key: string): string {
  return scalarText(entry(value, key)) ?? "";
}

export function at(value: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => entry(inner, key), value);
}

/** Of YAML and JSON: they spell characters that others write as they are, or join lines. */
const ESCAPES = /\\[xuU\r\n]/;

/**
 * Can a text or key of the document match `pattern`, which asks for no blanks, quotes and slashes? Such characters stand
 * in the source as they are, unless escapes spell them; what was put together from several texts may stand nowhere.
 */
export function maySpell({ source: { text }, within }: Document, pattern: RegExp): boolean {
  return within !== undefined || text === "" || pattern.test(text) || (text.includes("\\") && ESCAPES.test(text));
}
