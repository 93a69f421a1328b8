// Lists made of others.

import { type List, literal, loneHole, type Origin, type Value } from "../../../../values/value.ts";
import { isEmptyText } from "../conditions.ts";
import { type Evaluation, isNull, numberText, refused, tooMuch } from "../evaluation.ts";
import { holdsSeveral } from "../members.ts";
import { byCodePoint, listFrom, ofOneType, withoutRepeats } from "../sets.ts";
import type { Functions, Row } from "./row.ts";

const LONGEST = 1000;

export const lists: Functions = [
  [
    "concat",
    { gives: "list", run: (inputs, origin) => (inputs.some(isSet) ? refused() : listOfLists(inputs, origin)) },
  ],
  ["flatten", ofList(flattened)],
  ["compact", ofList(compacted)],
  ["distinct", ofList((from, origin) => listFrom(from, withoutRepeats(ofOneType(from.items)), origin))],
  ["reverse", ofList((from, origin) => listFrom(from, [...from.items].reverse(), origin))],
  ["sort", ofList(inOrder)],
  ["slice", { gives: "list", run: ([value, from, to], origin) => sliced(value, from, to, origin) }],
  ["chunklist", { gives: "list", run: ([value, size], origin) => chunks(value, literal(size), origin) }],
  ["range", { gives: "list", run: (inputs, origin) => range(inputs, origin) }],
];

function list(items: readonly Value[], origin: Origin): List {
  return { kind: "list", items, origin };
}

function ofList(run: (list: List, origin: Origin, evaluation: Evaluation) => Value | undefined): Row {
  return {
    gives: "list",
    run([value], origin, evaluation) {
      if (value?.kind === "list") return run(value, origin, evaluation);
      // What it does to a list of any length it does not do to each of its elements.
      return value?.kind === "unknown" && value.why.many ? value : undefined;
    },
  };
}

/** An unknown list among others is kept as one element that stands for all of its elements. */
export function listOfLists(inputs: readonly Value[], origin: Origin): Value | undefined {
  const all: List[] = [];
  for (const input of inputs) {
    if (input.kind === "list") all.push(listFrom(input, input.items, origin));
    else if (input.kind === "unknown" && input.why.many) all.push(list([anyNumberOf(input)], origin));
    else if (loneHole(input) === undefined) return refused();
    else return undefined;
  }
  return joinLists(all, origin);
}

/** What is made as a set is none of the lists that some functions ask for. */
export function isSet(value: Value): boolean {
  return value.kind === "list" && value.order === "set";
}

/** One after the other. */
function joinLists(lists: readonly List[], origin: Origin): List {
  const items = lists.flatMap((each) => each.items);
  return { ...list(items, origin), ...(lists.some(({ order }) => order !== undefined) && { order: "unknown" }) };
}

function anyNumberOf({ why, origin }: Value & { readonly kind: "unknown" }): Value {
  return { kind: "text", parts: [{ hole: { ...why, id: `element of ${why.id}` } }], type: "string", origin };
}

function flattened(from: List, origin: Origin): Value | undefined {
  const all: List[] = [];
  for (const item of from.items) {
    if (item.kind === "list") {
      const inner = flattened(item, item.origin);
      if (inner?.kind !== "list") return inner;
      all.push(inner);
    } else if (item.kind === "unknown" && item.why.many) all.push(list([anyNumberOf(item)], origin));
    // It may be a list of any length.
    else if (item.kind === "unknown") return undefined;
    else all.push(list([item], origin));
  }
  return joinLists([listFrom(from, [], origin), ...all], origin);
}

/** Without nulls and empty texts. */
function compacted(from: List, origin: Origin, evaluation: Evaluation): Value | undefined {
  const kept: Value[] = [];
  for (const item of from.items) {
    const empty = item.kind === "unknown" ? undefined : isEmptyText(item, evaluation);
    if (empty === undefined) return undefined;
    if (!empty) kept.push(item.kind === "text" ? { ...item, type: "string" } : item);
  }
  return listFrom(from, kept, origin);
}

/** Of texts, which numbers are made into. */
function inOrder({ items }: List, origin: Origin): Value | undefined {
  const words = items.map((item) => [isNull(item) ? refused() : literal(item), item] as const);
  if (words.some(([word]) => word === undefined)) return undefined;
  words.sort(([left = ""], [right = ""]) => byCodePoint(left, right));
  return list(
    words.map(([, item]) => (item.kind === "text" ? { ...item, type: "string" } : item)),
    origin,
  );
}

function sliced(
  value: Value | undefined,
  from: Value | undefined,
  to: Value | undefined,
  origin: Origin,
): Value | undefined {
  const [start, end] = [literal(from), literal(to)].map((word) => Number(word ?? Number.NaN));
  if (!isInOrder(value) || start === undefined || end === undefined) return undefined;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return refused();
  if (!(start >= 0 && end >= start && end <= value.items.length)) return refused();
  return list(value.items.slice(start, end), origin);
}

/** A list of which every element is known by its place. */
function isInOrder(value: Value | undefined): value is List {
  return value?.kind === "list" && value.order === undefined && !holdsSeveral(value);
}

/** Of 0 the whole list is one chunk. */
function chunks(value: Value | undefined, size: string | undefined, origin: Origin): Value | undefined {
  const length = Number(size ?? Number.NaN);
  if (!isInOrder(value) || Number.isNaN(length)) return undefined;
  if (!Number.isInteger(length) || length < 0) return refused();
  if (length === 0) return list(value.items.length === 0 ? [] : [value], origin);
  const count = Math.ceil(value.items.length / length);
  return list(
    Array.from({ length: count }, (_, index) => list(value.items.slice(index * length, (index + 1) * length), origin)),
    origin,
  );
}

/** `range(end)`, `range(start, end)`, `range(start, end, step)` */
function range(inputs: readonly Value[], origin: Origin): Value | undefined {
  const numbers = inputs.map((input) => Number(literal(input) ?? Number.NaN));
  if (numbers.some((number) => !Number.isFinite(number))) return undefined;
  const [start = 0, end = 0, step = start <= end ? 1 : -1] = numbers.length === 1 ? [0, ...numbers] : numbers;
  if (step === 0) return refused();
  const count = Math.max(0, Math.ceil((end - start) / step));
  if (count > LONGEST) return tooMuch(origin);
  return list(
    Array.from({ length: count }, (_, index) => numberText(start + index * step, origin)),
    origin,
  );
}
