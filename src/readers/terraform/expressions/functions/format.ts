// Texts put together by a pattern.

import { concat, slice, text } from "../../../../values/text.ts";
import { type Hole, isKnown, type Known, type Origin, type Text, type Value } from "../../../../values/value.ts";
import { refused } from "../evaluation.ts";
import { holdsSeveral } from "../members.ts";
import { listFrom } from "../sets.ts";
import type { Functions } from "./row.ts";
import { VERB, written } from "./verbs.ts";

export const formats: Functions = [
  ["format", { gives: "text", run: ([pattern, ...values], origin) => format(pattern, values, origin) }],
  ["formatlist", { gives: "list", run: ([pattern, ...values], origin) => formatList(pattern, values, origin) }],
];

/** Undefined where a verb is not evaluated here. */
function format(pattern: Value | undefined, values: readonly Value[], origin: Origin): Value | undefined {
  if (pattern?.kind !== "text") return undefined;
  const taken: Taken = { next: 0, last: 0 };
  const pieces: Value[] = [];
  const isOpen = !pattern.parts.every(isKnown);
  for (const part of pattern.parts) {
    if (!isKnown(part)) {
      if (mayHoldVerb(part.hole)) return undefined;
      pieces.push({ kind: "text", parts: [part], type: "string", origin });
      continue;
    }
    for (const piece of piecesOf(part)) {
      // What stands around it may make a verb of what is none alone.
      if (isOpen && piece.verb === undefined && piece.known.text.includes("%")) return undefined;
      const made =
        piece.verb === undefined ? charactersIn(piece.known, origin) : verb(piece.verb, values, taken, origin);
      if (made === undefined) return undefined;
      pieces.push(made);
    }
  }
  if (taken.last < values.length) return refused();
  return concat(pieces, origin);
}

/** Regions, partitions and account numbers are written as they are. */
function mayHoldVerb({ alphabet }: Hole): boolean {
  return alphabet?.test("%") !== false;
}

interface Piece {
  readonly known: Known;
  readonly verb?: RegExpExecArray;
}

/** Numbers of values, from 1: the current one, and the last that was used. */
interface Taken {
  next: number;
  last: number;
}

/** Verbs and what stands between them. */
function piecesOf(part: Known): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const verb of part.text.matchAll(new RegExp(VERB, "g"))) {
    pieces.push({ known: slice(part, start, verb.index) });
    start = verb.index + verb[0].length;
    pieces.push({ known: slice(part, verb.index, start), verb });
  }
  return [...pieces, { known: slice(part, start, part.text.length) }];
}

function charactersIn(known: Known, origin: Origin): Text {
  return known.text.includes("%") ? refused() : { kind: "text", parts: [known], type: "string", origin };
}

function verb(match: RegExpExecArray, values: readonly Value[], taken: Taken, origin: Origin): Value | undefined {
  const [whole, flags = "", width = "", precision, position, letter = ""] = match;
  if (letter === "%") return whole === "%%" ? text({ text: "%" }, origin) : undefined;
  taken.next = position === undefined ? taken.next + 1 : Number(position);
  taken.last = Math.max(taken.last, taken.next);
  const value = values[taken.next - 1] ?? refused();
  return written(
    { flags, width: Number(width), precision: precision === undefined ? undefined : Number(precision), letter },
    value,
    origin,
  );
}

/** Lists are gone through together; what is no list is the same for each element. */
function formatList(pattern: Value | undefined, values: readonly Value[], origin: Origin): Value | undefined {
  const lists = values.filter((value) => value.kind === "list");
  const [first] = lists;
  if (first === undefined) return formatAny(pattern, values, origin);
  const length = first.items.length;
  if (lists.some(({ items }) => items.length !== length)) return lists.some(holdsSeveral) ? undefined : refused();
  if (values.some((value) => value.kind === "unknown")) return undefined;
  const items: Value[] = [];
  for (let index = 0; index < length; index += 1) {
    const iteration = values.map((value) => (value.kind === "list" ? (value.items[index] ?? refused()) : value));
    const item = format(pattern, iteration, origin);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return listFrom(lists.find(({ order }) => order !== undefined) ?? first, items, origin);
}

/** Over a list of texts that deployment decides: one that stands for all. */
function formatAny(pattern: Value | undefined, values: readonly Value[], origin: Origin): Value | undefined {
  const iteration = values.map((value): Value => {
    const isMany = value.kind === "unknown" && value.why.many;
    if (!isMany) return value;
    return {
      kind: "text",
      parts: [{ hole: { ...value.why, id: `element of ${value.why.id}` } }],
      type: "string",
      origin,
    };
  });
  const item = format(pattern, iteration, origin);
  return item && { kind: "list", items: [item], origin };
}
