// A word that a variable is given, as the value that Terraform reads it as.

import { isList, isObject, type Json } from "../../../text/document.ts";
import { text } from "../../../values/text.ts";
import type { Origin, Supplier, Text, Value } from "../../../values/value.ts";
import { nothing } from "../expressions/evaluation.ts";
import { isScalar, type Type, textTypeOf } from "../expressions/types.ts";

/** A list may be written with commas, as on the command line of this program; all else of any shape is JSON. */
export function givenValue(word: string, from: Supplier, type: Type | undefined, origin: Origin): Value {
  const scalar = (each: string, kind: Text["type"]): Value => text({ text: each, from }, origin, kind);
  const typed = (each: string, kind: Type): Value => scalar(each, isScalar(kind) ? textTypeOf(kind) : "string");
  if (type === undefined) return scalar(word, "string");
  if (isScalar(type)) return typed(word, type);
  const json = parsed(word);
  if (json !== undefined) return fromJson(json, scalar, origin);
  if (type.kind !== "list" && type.kind !== "set") return scalar(word, "string");
  return { kind: "list", items: word.split(",").map((each) => typed(each.trim(), type.of)), origin };
}

/** A value as JSON has it. */
export function valueOfJson(json: Json, from: Supplier, origin: Origin): Value {
  return fromJson(json, (word, kind) => text({ text: word, from }, origin, kind), origin);
}

function parsed(word: string): Json | undefined {
  if (!/^\s*[{[]/.test(word)) return undefined;
  try {
    return JSON.parse(word);
  } catch {
    return undefined;
  }
}

type Scalar = (word: string, type: Text["type"]) => Value;

function fromJson(json: Json, scalar: Scalar, origin: Origin): Value {
  if (isList(json)) return { kind: "list", items: json.map((each) => fromJson(each, scalar, origin)), origin };
  if (json === null) return nothing(origin);
  if (!isObject(json)) return scalar(`${json}`, typeof json as "string" | "number" | "boolean");
  const entries = Object.entries(json).map(
    ([key, each]) => [key, { key: origin, value: fromJson(each, scalar, origin) }] as const,
  );
  return { kind: "map", entries: new Map(entries), origin };
}
