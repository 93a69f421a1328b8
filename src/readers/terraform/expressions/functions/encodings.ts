// Functions from values to texts and back.

import { parsedAny } from "../../../../values/embedded.ts";
import { undecided } from "../../../../values/hole.ts";
import { jsonText } from "../../../../values/json-text.ts";
import { literal, type Origin, type Value } from "../../../../values/value.ts";
import { fitted, readType, type Type } from "../../modules/types.ts";
import { isNull, refused, resultOf } from "../evaluation.ts";
import type { Functions, Row } from "./row.ts";

export const encodings: Functions = [
  ["jsonencode", { gives: "text", run: ([value], origin) => value && jsonText(value, origin) }],
  [
    "jsondecode",
    {
      gives: "any",
      run: ([value]) =>
        value?.kind === "text" && /^\s*[{[]/.test(literal(value) ?? "{") ? parsedAny(value) : undefined,
    },
  ],
  ["tolist", collected("list(any)")],
  ["toset", collected("set(any)")],
  ["tomap", collected("map(any)")],
  // Who says that nobody may see it says that we may not tell it.
  ["sensitive", { gives: "any", run: ([value], origin) => value && hidden(value, origin) }],
  ["nonsensitive", { gives: "any", run: ([value]) => value }],
  ["ephemeralasnull", { gives: "any", run: ([value]) => value }],
];

function collected(words: string): Row {
  const type: Type | undefined = readType(words);
  return {
    gives: words.startsWith("map") ? "any" : "list",
    run: ([value]) =>
      value === undefined || type === undefined || isNull(value) ? value : fitted(value, type, refused),
  };
}

function hidden(value: Value, origin: Origin): Value {
  return undecided(
    resultOf("sensitive", [value], { name: "sensitive value", reason: "sensitive", source: "a sensitive value" }),
    origin,
  );
}
