// A word that a variable is given, as the value that Terraform reads it as.

import { isList, isObject, type Json } from "../../../text/document.ts";
import { text } from "../../../values/text.ts";
import type { Origin, Supplier, Value } from "../../../values/value.ts";
import { ANY, isScalar, type Type, textTypeOf } from "./types.ts";

/** A list may be written with commas, as on the command line of this program; all else of any shape is JSON. */
export function givenValue(word: string, from: Supplier, type: Type | undefined, origin: Origin): Value {
  const scalar = (each: string, kind: Type | undefined): Value =>
    text({ text: each, from }, origin, kind === undefined ? "string" : textTypeOf(kind));
  if (type === undefined || isScalar(type)) return scalar(word, type);
  const json = parsed(word);
  if (json !== undefined) return fromJson(json, (each) => scalar(each, ANY), origin);
  if (type.kind !== "list" && type.kind !== "set") return scalar(word, type);
  return { kind: "list", items: word.split(",").map((each) => scalar(each.trim(), type.of)), origin };
}

function parsed(word: string): Json | undefined {
  if (!/^\s*[{[]/.test(word)) return undefined;
  try {
    return JSON.parse(word);
  } catch {
    return undefined;
  }
}

function fromJson(json: Json, scalar: (word: string) => Value, origin: Origin): Value {
  if (isList(json)) return { kind: "list", items: json.map((each) => fromJson(each, scalar, origin)), origin };
  if (!isObject(json)) return json === null ? text({ text: "" }, origin, "null") : scalar(String(json));
  const entries = Object.entries(json).map(
    ([key, each]) => [key, { key: origin, value: fromJson(each, scalar, origin) }] as const,
  );
  return { kind: "map", entries: new Map(entries), origin };
}
