// A value as it is written: plain JSON, and where each part of it stands.

import type { Document, Json, Path } from "../text/document.ts";
import { parseObject } from "./embedded.ts";
import { isKnown, type Origin, type Value } from "./value.ts";

/** What is the same in every world: functions in it are to be evaluated. */
export interface Written {
  readonly json: Json;
  /** Where a part of it stands, or the key of that part. */
  at(path: Path, what?: "key"): Origin;
}

/** What stands at a path of a document. */
export function writtenAt(json: Json, document: Document, path: Path): Written {
  return {
    json,
    at: (inside, what) => ({ document, path: [...path, ...inside], ...(what !== undefined && { what }) }),
  };
}

/** Undefined where anything in the value is no text, list or map that stands there as it is. */
export function writtenValue(whole: Value): Written | undefined {
  const value = whole.kind === "text" ? parseObject(whole) : whole;
  const json = jsonOf(value);
  return json === undefined ? undefined : { json, at: (path, what) => originAt(value, path, what) };
}

function jsonOf(value: Value): Json | undefined {
  switch (value.kind) {
    case "text":
      return value.type === "string" ? wordsOf(value.parts) : undefined;
    case "list": {
      if (value.order !== undefined) return undefined;
      const items = value.items.map(jsonOf);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case "map": {
      if (value.duplicates !== undefined) return undefined;
      const entries = Array.from(value.entries, ([name, each]) => [name, jsonOf(each.value)] as const);
      return entries.every(([, json]) => json !== undefined) ? (Object.fromEntries(entries) as Json) : undefined;
    }
    default:
      return undefined;
  }
}

/** Undefined where a part is a hole, or comes from a parameter. */
function wordsOf(parts: (Value & { readonly kind: "text" })["parts"]): string | undefined {
  let words = "";
  for (const part of parts) {
    if (!isKnown(part) || part.from !== undefined || part.spelled !== undefined) return undefined;
    words += part.text;
  }
  return words;
}

function originAt(whole: Value, path: Path, what: "key" | undefined): Origin {
  const name = path.at(-1);
  const map = what === "key" ? path.slice(0, -1).reduce(partOf, whole) : undefined;
  const member = map?.kind === "map" && typeof name === "string" ? map.entries.get(name) : undefined;
  return member === undefined ? path.reduce(partOf, whole).origin : member.key;
}

function partOf(value: Value, step: string | number): Value {
  if (value.kind === "list" && typeof step === "number") return value.items[step] ?? value;
  if (value.kind === "map" && typeof step === "string") return value.entries.get(step)?.value ?? value;
  return value;
}
