// Sets made of lists and of other sets, and combinations of their elements.

import { MAYBE, some } from "../../../../values/doubt.ts";
import type { List, Origin, Value } from "../../../../values/value.ts";
import { sameValue } from "../equality.ts";
import { refused, tooMuch } from "../evaluation.ts";
import { holdsSeveral } from "../members.ts";
import { ofOneType, setOf } from "../sets.ts";
import { listOfLists } from "./lists.ts";
import type { Functions } from "./row.ts";

const MOST = 1000;

export const sets: Functions = [
  ["setunion", { gives: "list", run: (inputs, origin) => union(inputs, origin) }],
  ["setintersection", { gives: "list", run: ([first, ...others], origin) => filtered(first, others, true, origin) }],
  ["setsubtract", { gives: "list", run: ([first, ...others], origin) => filtered(first, others, false, origin) }],
  ["setproduct", { gives: "list", run: (inputs, origin) => product(inputs, origin) }],
];

function union(inputs: readonly Value[], origin: Origin): Value | undefined {
  const all = listOfLists(inputs, origin);
  return all?.kind === "list" ? setOf(all.items, origin) : all;
}

/** The elements that are in all the others, or those that are in none. */
function filtered(
  first: Value | undefined,
  others: readonly Value[],
  wanted: boolean,
  origin: Origin,
): Value | undefined {
  if (!areLists(others) || first?.kind !== "list" || holdsSeveral(first)) return undefined;
  const all = ofOneType([first, ...others].flatMap(({ items }) => items));
  const sets = split(all, [first, ...others]);
  const items: Value[] = [];
  for (const item of sets[0] ?? []) {
    const found = sets.slice(1).map((other) => some(other, (each) => sameValue(item, each)));
    if (found.includes(MAYBE)) return undefined;
    if (found.every((each) => each === wanted)) items.push(item);
  }
  return setOf(items, origin);
}

/** As many for each list as it has. */
function split(all: readonly Value[], lists: readonly List[]): readonly (readonly Value[])[] {
  let start = 0;
  return lists.map(({ items }) => {
    start += items.length;
    return all.slice(start - items.length, start);
  });
}

/** Every element of the first with every one of the second, and so on; a set of sets, a list of lists. */
function product(inputs: readonly Value[], origin: Origin): Value | undefined {
  if (!areLists(inputs)) return undefined;
  if (inputs.length < 2) return refused();
  let tuples: readonly (readonly Value[])[] = [[]];
  for (const input of inputs) {
    if (holdsSeveral(input) || input.order === "unknown") return undefined;
    if (tuples.length * input.items.length > MOST) return tooMuch(origin);
    const items = ofOneType(input.items);
    tuples = tuples.flatMap((tuple) => items.map((item) => [...tuple, item]));
  }
  const lists = tuples.map((items): List => ({ kind: "list", items, origin }));
  return inputs.some(({ order }) => order === "set") ? setOf(lists, origin) : { kind: "list", items: lists, origin };
}

function areLists(values: readonly Value[]): values is readonly List[] {
  return values.every(({ kind }) => kind === "list");
}
