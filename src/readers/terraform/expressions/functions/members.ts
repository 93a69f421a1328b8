// What is in a list or map.

import { MAYBE, some } from "../../../../values/doubt.ts";
import { valueOfHole } from "../../../../values/hole.ts";
import { select } from "../../../../values/text.ts";
import { type List, literal, loneHole, type Origin, type Value } from "../../../../values/value.ts";
import { parameterOf } from "../../../allowed-lists.ts";
import { isEmptyText } from "../conditions.ts";
import { sameValue } from "../equality.ts";
import { type Evaluation, isNull, numberText, refused, resultOf, truthText } from "../evaluation.ts";
import { chosenKey } from "../keys.ts";
import { holdsSeveral } from "../members.ts";
import { truthIn } from "../scalars.ts";
import { charactersOf } from "./characters.ts";
import { isSet } from "./lists.ts";
import type { Functions } from "./row.ts";

export const members: Functions = [
  ["length", { gives: "text", run: ([value], origin) => length(value, origin) }],
  ["element", { gives: "any", run: ([value, index], origin, evaluation) => element(value, index, origin, evaluation) }],
  ["index", { gives: "text", run: ([value, wanted], origin) => indexOf(value, wanted, origin) }],
  ["contains", { gives: "text", run: ([value, wanted], origin) => contains(value, wanted, origin) }],
  ["one", { gives: "any", run: ([value], origin) => value && one(value, origin) }],
  ["coalesce", { gives: "any", run: (inputs, _, evaluation) => coalesced(inputs, evaluation) }],
  ["coalescelist", { gives: "list", run: coalescedLists }],
  [
    "lookup",
    { gives: "any", run: ([value, key, otherwise], _, evaluation) => lookup(value, key, otherwise, evaluation) },
  ],
  ["alltrue", { gives: "text", run: ([value], origin) => quantified(value, "false", origin) }],
  ["anytrue", { gives: "text", run: ([value], origin) => quantified(value, "true", origin) }],
];

function length(value: Value | undefined, origin: Origin): Value | undefined {
  if (value === undefined) return undefined;
  if (isNull(value)) return refused();
  const isMany =
    value.kind === "list"
      ? holdsSeveral(value) || parameterOf(value) !== undefined
      : value.kind === "unknown" && value.why.many === true;
  if (value.kind === "list" && !isMany && isCounted(value)) return numberText(value.items.length, origin);
  if (value.kind === "map") return numberText(value.entries.size, origin);
  const word = literal(value);
  // What seems to be a number may have become a text on its way.
  if (value.kind === "text" && value.type !== "string") return undefined;
  if (word !== undefined) return numberText(charactersOf(word).length, origin);
  const admits = (digits: string) => /^\d+$/.test(digits) && !(isMany && digits === "0");
  return valueOfHole(resultOf("length", [value], { alphabet: /\d/, admits }), origin);
}

/** Elements of a set may turn out to be equal. */
function isCounted({ items, order }: List): boolean {
  return order !== "set" || items.every((item) => literal(item) !== undefined);
}

function element(
  value: Value | undefined,
  index: Value | undefined,
  origin: Origin,
  evaluation: Evaluation,
): Value | undefined {
  if (value === undefined || index === undefined) return undefined;
  // A number that is beyond the end counts from the beginning again.
  const chosen = chosenKey(index, value, evaluation);
  const position = Number(chosen === undefined ? 0 : (literal(chosen) ?? Number.NaN));
  if (!Number.isInteger(position)) return undefined;
  if (value.kind === "unknown") return select(position, value, origin);
  if (value.kind !== "list" && loneHole(value) !== undefined) return undefined;
  if (value.kind !== "list" || value.items.length === 0) return refused();
  if (holdsSeveral(value) || value.order !== undefined) return undefined;
  return value.items.at(position % value.items.length);
}

function indexOf(value: Value | undefined, wanted: Value | undefined, origin: Origin): Value | undefined {
  if (value?.kind !== "list" || wanted === undefined || holdsSeveral(value) || value.order !== undefined)
    return undefined;
  for (const [index, item] of value.items.entries()) {
    const same = sameValue(item, wanted);
    if (same === true) return numberText(index, origin);
    if (same === MAYBE) return undefined;
  }
  return refused();
}

function contains(value: Value | undefined, wanted: Value | undefined, origin: Origin): Value | undefined {
  if (value?.kind !== "list" || wanted === undefined) return undefined;
  const found = some(value.items, (item) => sameValue(item, wanted));
  return found === MAYBE ? undefined : truthText(found, origin);
}

/** The only element, or null. */
function one(value: Value, origin: Origin): Value | undefined {
  if (value.kind === "unknown" && value.why.many) return select(0, value, origin);
  if (isNull(value)) return refused();
  if (value.kind !== "list" || holdsSeveral(value) || !isCounted(value)) return undefined;
  const [only, ...others] = value.items;
  if (others.length > 0) return refused();
  return only ?? { kind: "text", parts: [{ text: "" }], type: "null", origin };
}

/** The first that is neither null nor empty; unknown from the first one for which that is unknown. */
function coalesced(inputs: readonly Value[], evaluation: Evaluation): Value | undefined {
  for (const input of inputs) {
    const empty = input.kind === "unknown" && input !== inputs.at(-1) ? undefined : isEmptyText(input, evaluation);
    if (empty === undefined) return undefined;
    if (!empty) return input;
  }
  return refused();
}

/** The first list that is not empty; one that deployment decides is taken as having elements. */
function coalescedLists(inputs: readonly Value[]): Value | undefined {
  if (inputs.some(isSet)) return refused();
  const first = inputs.find((input) => !isEmpty(input));
  return first?.kind === "unknown" && !first.why.many ? undefined : (first ?? refused());
}

function isEmpty(value: Value): boolean {
  return isNull(value) || (value.kind === "list" && value.items.length === 0);
}

function lookup(
  value: Value | undefined,
  key: Value | undefined,
  otherwise: Value | undefined,
  evaluation: Evaluation,
): Value | undefined {
  if (key !== undefined && isNull(key)) return refused();
  if (value?.kind !== "map" || key === undefined) return undefined;
  const chosen = chosenKey(key, value, evaluation);
  if (chosen === undefined) return otherwise ?? refused("certainly");
  const word = literal(chosen);
  return word === undefined ? undefined : (value.entries.get(word)?.value ?? otherwise ?? refused());
}

/** One such element decides. */
function quantified(value: Value | undefined, deciding: "true" | "false", origin: Origin): Value | undefined {
  if (value?.kind !== "list") return undefined;
  const words = value.items.map((item) => {
    const word = literal(item);
    if (word === undefined || isNull(item)) return word;
    return `${truthIn(word) ?? refused()}`;
  });
  // Null is not true either.
  const decides = (word: string | undefined) =>
    deciding === "true" ? word === "true" : word !== undefined && word !== "true";
  if (words.some(decides)) return truthText(deciding === "true", origin);
  return words.includes(undefined) ? undefined : truthText(deciding !== "true", origin);
}
