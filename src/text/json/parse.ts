// JSON into a document: the value by the native parser, at once; places by a scan, when somebody asks.

import { type Document, isList, isObject, type Json, type Parsed } from "../document.ts";
import { duplicateKeysInJson } from "../duplicate-keys.ts";
import { Problem } from "../problem.ts";
import { doubleQuotedUnits, plainUnits, spelledBy, type Units } from "../scalar-units.ts";
import { deeperThan } from "../scan.ts";
import type { Range, Source } from "../source.ts";
import { refuseJson } from "./fault.ts";
import { jsonPlaces, type Member } from "./places.ts";
import { shapeOf } from "./shape.ts";

/** How deeply objects and lists may be nested. */
const DEPTH = 1000;

/** Throws a Problem where the text is no JSON. Of equal keys the last one counts. */
export function parseJson(source: Source): Document {
  return read(source).document;
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

/** Of all objects; the native parser has kept one of equal ones. */
function keysIn(value: Json): number {
  const left = [value];
  let keys = 0;
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    const inner = isList(part) ? part : isObject(part) ? Object.values(part) : [];
    if (!isList(part)) keys += inner.length;
    for (const each of inner) if (typeof each === "object" && each !== null) left.push(each);
  }
  return keys;
}

function documentOf(source: Source, value: Json, ends: Map<number, number>): Document {
  const { text } = source;
  const find = jsonPlaces(text, ends);
  const known = new WeakMap<Member, Units>();

  function spelling(member: Member, part: Range): Range {
    const content = contentRange(text, member);
    const units = known.get(member) ?? (isString(text, member) ? doubleQuotedUnits : plainUnits)(text, content);
    known.set(member, units);
    return spelledBy(units, part, content);
  }

  return {
    source,
    value,
    locate(path, what = "value") {
      const { member, reached } = find(path);
      if (what === "key" && reached) return member.key ?? member.value;
      return typeof what === "object" && reached && isScalar(text, member) ? spelling(member, what) : member.value;
    },
    spelling(path) {
      const { member, reached } = find(path);
      if (!reached || !isScalar(text, member)) return undefined;
      const { start, end } = contentRange(text, member);
      return text.slice(start, end);
    },
    comments: () => [],
  };
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

function isString(text: string, { value }: Member): boolean {
  return text[value.start] === '"';
}

function isScalar(text: string, { value }: Member): boolean {
  return text[value.start] !== "{" && text[value.start] !== "[";
}

/** Without quotes. */
function contentRange(text: string, member: Member): Range {
  const { start, end } = member.value;
  return isString(text, member) ? { start: start + 1, end: end - 1 } : member.value;
}
