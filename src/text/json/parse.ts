// Parses JSON into a document: the value by JSON.parse, places by a scan when somebody asks for them.

import type { Document, Json, Parsed } from "../document.ts";
import { duplicateKeysInJson, keysIn } from "../duplicate-keys.ts";
import { Problem } from "../problem.ts";
import { deeperThan } from "../scan.ts";
import type { Source } from "../source.ts";
import { refuseJson } from "./fault.ts";
import { parseLate } from "./late/document.ts";
import { locatedDocument } from "./located.ts";
import { jsonPlaces } from "./places.ts";
import { shapeOf } from "./shape.ts";

/** How deeply objects and lists may be nested. */
const DEPTH = 1000;

/** Each level takes two characters, so that a text of this length cannot be nested too deeply; and in so short a text, ends are found as quickly as they are looked up. */
const SHORT = 2 * DEPTH;

/** Throws a Problem where the text is no JSON. Of equal keys the last one counts. */
export function parseJson(source: Source): Document {
  return source.text.length > SHORT ? read(source).document : documentOf(source, parse(source), new Map());
}

/** Of the bytes of a text of more than `longest` UTF-16 units; undefined where they must be decoded and read as a whole. */
export function parseLongJson(path: string, bytes: Uint8Array, longest: number): Document | undefined {
  return parseLate(path, bytes, { deepest: DEPTH, longest });
}

/** The same, with a warning for each key that stands twice in one object, at most `most`. */
export function parseJsonFile(source: Source, most: number): Parsed {
  const { document, colons } = read(source);
  return {
    documents: [document],
    warnings: colons === keysIn(document.value) ? [] : duplicateKeysInJson(source, most),
  };
}

function read(source: Source): { readonly document: Document; readonly colons: number } {
  const { text } = source;
  const value = parse(source);
  const { deep, colons, ends } = shapeOf(text, DEPTH);
  if (deep !== undefined) throw tooDeep(source, deep);
  return { document: documentOf(source, value, ends), colons };
}

function documentOf(source: Source, value: Json, ends: Map<number, number>): Document {
  const { text } = source;
  const find = jsonPlaces(text, ends);
  return locatedDocument(source, value, (path) => {
    const { member, reached } = find(path);
    return { member, reached, text, offset: 0 };
  });
}

function parse(source: Source): Json {
  try {
    return JSON.parse(source.text);
  } catch {
    const deep = deeperThan(source.text, DEPTH);
    if (deep !== undefined) throw tooDeep(source, deep);
    return refuseJson(source);
  }
}

function tooDeep(source: Source, offset: number): Problem {
  const message = `objects and lists are nested more than ${DEPTH} levels deep`;
  return new Problem(message, "no template needs that; check how the file was made", source.position(offset));
}
