// `for` expressions, and other iteration over collections.

import type { Expression, For, Loop } from "../../../text/hcl/syntax.ts";
import { keyOf } from "../../../values/equality.ts";
import { unknown, withHoles } from "../../../values/hole.ts";
import { type Hole, literal, loneHole, type Origin, type Value } from "../../../values/value.ts";
import { decided, holdsAny } from "./conditions.ts";
import { type Evaluation, inMode, isNull, refused, resultOf, withNames } from "./evaluation.ts";
import { anyElement, elementsOf } from "./members.ts";
import { listFrom } from "./sets.ts";

interface Iterations {
  readonly collection: Value;
  /** Undefined where the collection is not known. */
  readonly iterations: readonly Evaluation[] | undefined;
  /** One for any element, where it is not. */
  readonly any: () => Evaluation;
}

/** An evaluation for each element, in which the names of the loop stand for it. */
export function iterationsOf(
  { collection: written, keyName, valueName }: Loop,
  origin: Origin,
  outer: Evaluation,
): Iterations {
  const evaluation = inMode(outer, "split");
  const collection = evaluation.evaluate(written, evaluation);
  const elements = elementsOf(collection);
  const iteration = ([key, value]: readonly [Value, Value]) =>
    withNames(evaluation, [[valueName, value], ...(keyName === undefined ? [] : [[keyName, key] as const])]);
  if ("id" in elements)
    return { collection, iterations: undefined, any: () => iteration(anyElement(elements, origin)) };
  return { collection, iterations: elements.map(iteration), any: () => evaluation };
}

export function comprehension(loop: Expression & For, origin: Origin, evaluation: Evaluation): Value {
  const { collection, iterations, any } = iterationsOf(loop, origin, evaluation);
  if (iterations === undefined) return fromAny(loop, collection, any, origin, evaluation);
  const made: Made[] = [];
  for (const iteration of iterations) {
    const kept = loop.condition === undefined || decided(loop.condition, iteration);
    // A list, if one element is in it: such a one is not empty.
    const many = loop.key === undefined && made.length > 0;
    if (typeof kept !== "boolean") return unknown(resultOf("for", [collection, kept], { many }), origin);
    if (kept)
      made.push({
        value: iteration.evaluate(loop.value, iteration),
        ...(loop.key && { key: iteration.evaluate(loop.key, iteration) }),
      });
  }
  const items = made.map(({ value }) => value);
  if (loop.key === undefined) {
    return collection.kind === "list" ? listFrom(collection, items, origin) : { kind: "list", items, origin };
  }
  return keyed(made, loop.grouped, origin);
}

interface Made {
  readonly key?: Value;
  readonly value: Value;
}

function keyed(made: readonly Made[], grouped: boolean, origin: Origin): Value {
  const entries = new Map<string, { key: Origin; value: Value }>();
  for (const { key, value } of made) {
    const word = literal(key);
    if (key !== undefined && isNull(key)) return refused();
    if (word === undefined || key === undefined) return withOpenKeys(made, grouped, origin);
    const before = entries.get(word)?.value;
    if (before !== undefined && !grouped) return refused();
    const items = before?.kind === "list" ? [...before.items, value] : [value];
    entries.set(word, { key: key.origin, value: grouped ? { kind: "list", items, origin } : value });
  }
  return { kind: "map", entries, origin };
}

function withOpenKeys(made: readonly Made[], grouped: boolean, origin: Origin): Value {
  const entries = made.flatMap(({ key, value }) => (key === undefined ? [] : [[key, value] as const]));
  const map = unknown(resultOf("for", entries.flat()), origin);
  return grouped ? map : { ...map, entries };
}

/**
 * Of a list that deployment decides comes such a list; each element of it is what the loop makes of one. A text lets in
 * whom it names, so that none lets in nobody; a statement may keep somebody out, and is not there in another world.
 */
function fromAny(
  loop: Expression & For,
  collection: Value,
  any: () => Evaluation,
  origin: Origin,
  evaluation: Evaluation,
): Value {
  const iteration = any();
  const one =
    loop.key === undefined && loop.condition === undefined ? iteration.evaluate(loop.value, iteration) : undefined;
  const whole = loneHole(collection);
  const isText = one?.kind === "text";
  const isStruct = one?.kind === "map" && evaluation.mode !== "certain";
  if (whole?.many && collection.kind === "unknown" && (isText || isStruct)) {
    if (isStruct && !holdsAny(whole, evaluation)) return { kind: "list", items: [], origin };
    // What comes of an element is as many as there are.
    const isOfElement = ({ id }: Hole) => id.includes(`element of ${whole.id}`) || id.includes(`key of ${whole.id}`);
    const items = [withHoles(one, (each) => (isOfElement(each) ? { ...each, many: true } : each))];
    return { kind: "list", items, origin };
  }
  const id = `for ${keyOf(collection)} at ${origin.document.source.path} ${JSON.stringify([origin.path, origin.what])}`;
  return unknown(resultOf(id, [collection], { many: loop.key === undefined }), origin);
}
