// Lists and sets made of others.

import { type List, literal, loneHole, type Origin, type Value } from "../../../../values/value.ts";
import { withoutRepeats } from "../../modules/types.ts";
import { isEmptyText } from "../conditions.ts";
import { type Evaluation, numberText, refused, tooMuch } from "../evaluation.ts";
import { holdsSeveral } from "../members.ts";
import type { Functions, Row } from "./row.ts";

const LONGEST = 1000;

export const lists: Functions = [
  ["concat", { gives: "list", run: (inputs, origin) => listOfLists(inputs, origin) }],
  ["flatten", ofList((items, origin) => flattened(items, origin))],
  ["compact", ofList(compacted)],
  ["distinct", ofList((items, origin) => list(withoutRepeats(items), origin))],
  ["reverse", ofList((items, origin) => list([...items].reverse(), origin))],
  ["sort", ofList(inOrder)],
  ["slice", { gives: "list", run: ([value, from, to], origin) => sliced(value, from, to, origin) }],
  ["range", { gives: "list", run: (inputs, origin) => range(inputs, origin) }],
  ["setunion", { gives: "list", run: (inputs, origin) => distinctOf(listOfLists(inputs, origin)) }],
];

function list(items: readonly Value[], origin: Origin): List {
  return { kind: "list", items, origin };
}

function ofList(run: (items: readonly Value[], origin: Origin, evaluation: Evaluation) => Value | undefined): Row {
  return {
    gives: "list",
    run([value], origin, evaluation) {
      if (value?.kind === "list") return run(value.items, origin, evaluation);
      // What it does to a list of any length it does not do to each of its elements.
      return value?.kind === "unknown" && value.why.many ? value : undefined;
    },
  };
}

/** A list that is not known keeps its place among the others, as one element that stands for all of its own. */
function listOfLists(inputs: readonly Value[], origin: Origin): Value | undefined {
  const all: Value[] = [];
  for (const input of inputs) {
    if (input.kind === "list") all.push(...input.items);
    else if (input.kind === "unknown" && input.why.many) all.push(several(input));
    else if (loneHole(input) === undefined) return refused();
    else return undefined;
  }
  return list(all, origin);
}

function several({ why, origin }: Value & { readonly kind: "unknown" }): Value {
  return { kind: "text", parts: [{ hole: { ...why, id: `element of ${why.id}` } }], type: "string", origin };
}

function distinctOf(value: Value | undefined): Value | undefined {
  return value?.kind === "list" ? { ...value, items: withoutRepeats(value.items) } : value;
}

function flattened(items: readonly Value[], origin: Origin): Value | undefined {
  const all: Value[] = [];
  for (const item of items) {
    if (item.kind === "list") {
      const inner = flattened(item.items, item.origin);
      if (inner?.kind !== "list") return inner;
      all.push(...inner.items);
    } else if (item.kind === "unknown" && item.why.many) all.push(several(item));
    // It may be a list of any length.
    else if (item.kind === "unknown") return undefined;
    else all.push(item);
  }
  return list(all, origin);
}

/** Without nulls and empty texts. */
function compacted(items: readonly Value[], origin: Origin, evaluation: Evaluation): Value | undefined {
  const kept: Value[] = [];
  for (const item of items) {
    const empty = item.kind === "unknown" ? undefined : isEmptyText(item, evaluation);
    if (empty === undefined) return undefined;
    if (!empty) kept.push(item);
  }
  return list(kept, origin);
}

function inOrder(items: readonly Value[], origin: Origin): Value | undefined {
  const words = items.map((item) => [literal(item), item] as const);
  if (words.some(([word]) => word === undefined)) return undefined;
  return list(
    words.sort(([left = ""], [right = ""]) => (left < right ? -1 : left > right ? 1 : 0)).map(([, item]) => item),
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
  if (value?.kind !== "list" || start === undefined || end === undefined || holdsSeveral(value)) return undefined;
  if (!(start >= 0 && end >= start && end <= value.items.length)) return refused();
  return list(value.items.slice(start, end), origin);
}

/** `range(end)`, `range(start, end)`, `range(start, end, step)` */
function range(inputs: readonly Value[], origin: Origin): Value | undefined {
  const numbers = inputs.map((input) => Number(literal(input) ?? Number.NaN));
  if (numbers.some((number) => !Number.isFinite(number))) return undefined;
  const [start = 0, end = 0, step = start <= end ? 1 : -1] = numbers.length === 1 ? [0, ...numbers] : numbers;
  const count = Math.max(0, Math.ceil((end - start) / step));
  if (count > LONGEST) return tooMuch(origin);
  if (step === 0) return refused();
  return list(
    Array.from({ length: count }, (_, index) => numberText(start + index * step, origin)),
    origin,
  );
}
