// Functions from values to texts and back.

import { parseAny } from "../../../../values/embedded.ts";
import { valueOfHole } from "../../../../values/hole.ts";
import { jsonText } from "../../../../values/json-text.ts";
import { text } from "../../../../values/text.ts";
import { literal, type Origin, type Text, type Value } from "../../../../values/value.ts";
import { isNull, nothing, refused, resultOf, truthText } from "../evaluation.ts";
import { sorted } from "../members.ts";
import { numberIn } from "../scalars.ts";
import { listFrom } from "../sets.ts";
import { convert, readType, type Type } from "../types.ts";
import { decodedOnce } from "./decoding.ts";
import type { Functions, Row } from "./row.ts";

export const encodings: Functions = [
  ["jsonencode", { gives: "text", run: ([value], origin) => value && jsonText(inOrder(value), origin, ESCAPED) }],
  ["jsondecode", { gives: "any", run: ([value]) => decoded(value) }],
  ["tolist", collected("list(any)")],
  ["toset", collected("set(any)")],
  ["tomap", collected("map(any)")],
  // The user marks the value as sensitive, so it may not be shown.
  ["sensitive", { gives: "any", run: ([value], origin) => value && hidden(value, origin) }],
  ["nonsensitive", { gives: "any", run: ([value]) => value }],
  ["ephemeralasnull", { gives: "any", run: ([value]) => value }],
];

/** Characters that Go's encoding/json escapes beside those of JSON. */
const ESCAPED = /[<>&\u2028\u2029]/g;

/** Keys are written in their order, and sets as lists. */
function inOrder(value: Value): Value {
  if (value.kind === "list") return listFrom(value, value.items.map(inOrder), value.origin);
  if (value.kind !== "map") return value;
  const entries = sorted(value.entries).map(([key, each]) => [key, { ...each, value: inOrder(each.value) }] as const);
  return { ...value, entries: new Map(entries) };
}

/** A text that deployment decides in part has to begin as an object or list does, for that part to find its place. */
function decoded(value: Value | undefined): Value | undefined {
  if (value === undefined || value.kind === "unknown") return undefined;
  if (value.kind !== "text" || isNull(value)) return refused();
  return decodedOnce(value, decodedJson);
}

function decodedJson(value: Text): Value {
  const word = literal(value);
  return word === undefined || /^\s*[{[]/.test(word) ? parseAny(value) : scalarIn(word, value.origin);
}

function scalarIn(word: string, origin: Origin): Value {
  try {
    const json: unknown = JSON.parse(word);
    if (json === null) return nothing(origin);
    if (typeof json === "boolean") return truthText(json, origin);
    return typeof json === "string"
      ? text({ text: json }, origin)
      : text({ text: numberIn(word.trim()) ?? refused() }, origin, "number");
  } catch {
    return refused();
  }
}

function collected(words: string): Row {
  const type: Type | undefined = readType(words);
  return {
    gives: words.startsWith("map") ? "any" : "list",
    run: ([value]) =>
      value === undefined || type === undefined || isNull(value) ? value : convert(value, type, () => refused()),
  };
}

function hidden(value: Value, origin: Origin): Value {
  return valueOfHole(
    resultOf("sensitive", [value], { name: "sensitive value", reason: "sensitive", source: "a sensitive value" }),
    origin,
  );
}
