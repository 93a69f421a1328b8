// Texts put together by a pattern.

import { concat, slice, text } from "../../../../values/text.ts";
import { isKnown, type Origin, type Text, type Value } from "../../../../values/value.ts";
import { isNull, refused } from "../evaluation.ts";
import type { Functions } from "./row.ts";

export const formats: Functions = [
  ["format", { gives: "text", run: ([pattern, ...values], origin) => format(pattern, values, origin) }],
  ["formatlist", { gives: "list", run: ([pattern, ...values], origin) => formatList(pattern, values, origin) }],
];

/** `%s`, `%d`, `%v` and `%%`; of other verbs nothing is told. */
function format(pattern: Value | undefined, values: readonly Value[], origin: Origin): Value | undefined {
  if (pattern?.kind !== "text" || !pattern.parts.every(isKnown)) return undefined;
  let next = 0;
  const pieces: Value[] = [];
  for (const part of pattern.parts) {
    let start = 0;
    for (const piece of part.text.split(/(%[^A-Za-z%]*[A-Za-z%])/)) {
      const characters: Text = {
        kind: "text",
        parts: [slice(part, start, start + piece.length)],
        type: "string",
        origin,
      };
      start += piece.length;
      if (piece === "%%") pieces.push(text({ text: "%" }, origin));
      else if (!piece.startsWith("%") || piece === "%") pieces.push(characters);
      else if (!/^%[sdv]$/.test(piece)) return undefined;
      else pieces.push(plain(values[next++]));
    }
  }
  return concat(pieces, origin);
}

function plain(value: Value | undefined): Value {
  return value === undefined || isNull(value) || value.kind === "list" || value.kind === "map" ? refused() : value;
}

/** Lists are gone through together; what is no list is the same for each element. */
function formatList(pattern: Value | undefined, values: readonly Value[], origin: Origin): Value | undefined {
  const lengths = values.flatMap((value) => (value.kind === "list" ? [value.items.length] : []));
  const [length] = lengths;
  if (length === undefined) return formatAny(pattern, values, origin);
  if (lengths.some((other) => other !== length)) return refused();
  if (values.some((value) => value.kind === "unknown")) return undefined;
  const items: Value[] = [];
  for (let index = 0; index < length; index += 1) {
    const turn = values.map((value) => (value.kind === "list" ? (value.items[index] ?? refused()) : value));
    const item = format(pattern, turn, origin);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return { kind: "list", items, origin };
}

/** Over a list of texts that deployment decides: one that stands for all. */
function formatAny(pattern: Value | undefined, values: readonly Value[], origin: Origin): Value | undefined {
  const turn = values.map((value): Value => {
    const several = value.kind === "unknown" && value.why.many;
    if (!several) return value;
    return {
      kind: "text",
      parts: [{ hole: { ...value.why, id: `element of ${value.why.id}` } }],
      type: "string",
      origin,
    };
  });
  const item = format(pattern, turn, origin);
  return item && { kind: "list", items: [item], origin };
}
