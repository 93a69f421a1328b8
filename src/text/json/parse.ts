// JSON into a document: the value by the native parser, at once; places by a scan, when somebody asks.

import type { Document, Json } from "../document.ts";
import { Problem } from "../problem.ts";
import { doubleQuotedUnits, plainUnits, spelledBy, type Units } from "../scalar-units.ts";
import { deeperThan } from "../scan.ts";
import type { Range, Source } from "../source.ts";
import { refuseJson } from "./fault.ts";
import { jsonPlaces, type Member } from "./places.ts";

/** How deeply objects and lists may be nested. */
const DEPTH = 1000;

/** Throws a Problem where the text is no JSON. Of equal keys the last one counts. */
export function parseJson(source: Source): Document {
  const { text } = source;
  const value = parse(source);
  const find = jsonPlaces(text);
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
  const deep = deeperThan(source.text, DEPTH);
  if (deep !== undefined) {
    const message = `objects and lists are nested more than ${DEPTH} levels deep`;
    throw new Problem(message, "no template needs that; check how the file was made", source.position(deep));
  }
  try {
    return JSON.parse(source.text);
  } catch {
    return refuseJson(source);
  }
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
