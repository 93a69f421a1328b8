// The instances of a block with `count` or `for_each`: which there are, and what `count` and `each` stand for in one.

import { keyOf } from "../../../values/equality.ts";
import { unknown, valueOfHole } from "../../../values/hole.ts";
import { text } from "../../../values/text.ts";
import {
  type Hole,
  literal,
  loneHole,
  type Origin,
  type Struct,
  sourceText,
  type Value,
} from "../../../values/value.ts";
import { NoSuchWorld, Refused } from "../../../values/worlds.ts";
import {
  type Evaluation,
  inMode,
  isNull,
  numberText,
  refused,
  resultOf,
  withNames,
} from "../expressions/evaluation.ts";
import { anyElement, elementsOf, member } from "../expressions/members.ts";
import { numberIn } from "../expressions/scalars.ts";
import type { Body } from "../model/body.ts";
import { planOf } from "./planned.ts";
import type { InModule } from "./scope.ts";

/** An instance by its key: the value of `each` or `count`. */
export interface Instance {
  readonly name: "each" | "count";
  readonly key: Value;
  readonly value: Struct;
}

const MOST = 1000;

export function hasInstances(body: Body): boolean {
  return body.argument("count") !== undefined || body.argument("for_each") !== undefined;
}

/** All instances; a hole where they are not known; undefined for a block without `count` and `for_each`. */
export function instancesOf(body: Body, outer: Evaluation): readonly Instance[] | Hole | undefined {
  const evaluation = inMode(outer, "split");
  const count = body.argument("count");
  if (count !== undefined) return counted(count.value(evaluation), count.origin);
  const forEach = body.argument("for_each");
  if (forEach === undefined) return undefined;
  const collection = forEach.value(evaluation);
  if (isNull(collection)) return refused();
  const elements = elementsOf(collection);
  if ("id" in elements) return elements;
  return elements.map(([key, value]) => each(collection.kind === "list" ? value : key, value));
}

function counted(value: Value, origin: Origin): readonly Instance[] | Hole {
  const hole = loneHole(value);
  if (hole !== undefined) return hole;
  const count = Number(numberIn(literal(value) ?? "") ?? Number.NaN);
  if (!Number.isInteger(count) || count < 0) return refused();
  if (count > MOST) return resultOf("count", [value]);
  return Array.from({ length: count }, (_, index) => indexed(numberText(index, origin)));
}

function indexed(key: Value): Instance {
  return { name: "count", key, value: struct([["index", key]]) };
}

function each(key: Value, value: Value): Instance {
  return {
    name: "each",
    key,
    value: struct([
      ["key", key],
      ["value", value],
    ]),
  };
}

function struct(entries: readonly (readonly [string, Value])[]): Struct {
  const [[, { origin }]] = entries as readonly [readonly [string, Value]];
  return {
    kind: "map",
    entries: new Map(entries.map(([name, value]) => [name, { key: value.origin, value }])),
    origin,
  };
}

/** The instance of a world: each is a world of its own where it matters which one it is; where their number is unknown, one stands for all. Throws NoSuchWorld where there is none. */
export function inInstance(body: Body, address: string, evaluation: InModule): InModule {
  if (!hasInstances(body)) return evaluation;
  const { world, scope, mode } = evaluation;
  const instances = withPlanned(planOf(evaluation)?.keys(`${scope.prefix}${address}`) ?? [], body, evaluation);
  if ("id" in instances) return withInstance(anyOf(instances, body), evaluation);
  const [only, ...others] = instances;
  if (only === undefined) throw new NoSuchWorld();
  if (others.length === 0) return withInstance(only, evaluation);
  const subject = `${body.argument("count") === undefined ? "each.key" : "count.index"} of ${scope.prefix}${address}`;
  if (mode === "certain") {
    const keys = instances.map(({ key }) => key);
    return withInstance(anyOf(resultOf(subject, keys), body), evaluation);
  }
  const choose = (): Instance => {
    const chosen = instances.find(({ key }) => world.is(subject, literal(key) ?? sourceText(key)));
    if (chosen === undefined) throw new NoSuchWorld();
    return chosen;
  };
  const isAskedFor = world.known(subject) !== undefined || world.excluded(subject).size > 0;
  if (isAskedFor) return withInstance(choose(), evaluation);
  // The world is split only where something asks which instance it is; until then all are alike.
  return withNames({ ...evaluation, names: new Map() }, [[only.name, () => choose().value]]);
}

/** The instances by configuration and plan; where only the plan knows them, there are no others. */
function withPlanned(keys: readonly (string | number)[], body: Body, evaluation: InModule): readonly Instance[] | Hole {
  const written = orRefused(() => instancesOf(body, evaluation) ?? [], keys.length > 0);
  if ("id" in written && keys.length === 0) return written;
  const others = "id" in written ? [] : written;
  const names = new Set(others.map(({ key }) => literal(key)));
  const added = keys.filter((key) => !names.has(`${key}`));
  return [...others, ...added.map((key) => planned(key, body, written))];
}

/** If the plan has instances that are refused here, our evaluation differs from Terraform's, and the plan counts. */
function orRefused(run: () => readonly Instance[] | Hole, isPlanned: boolean): readonly Instance[] | Hole {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof Refused && isPlanned) return [];
    throw thrown;
  }
}

function planned(key: string | number, body: Body, written: readonly Instance[] | Hole): Instance {
  if (typeof key === "number") return indexed(numberText(key, body.origin));
  const name = text({ text: key }, body.origin);
  if ("id" in written && written.many) return each(name, name);
  return each(name, unknown(resultOf("each.value", [name]), body.origin));
}

function anyOf(hole: Hole, body: Body): Instance {
  if (body.argument("count") !== undefined) return indexed(numberText(0, body.origin));
  const [key, value] = anyElement(hole, body.origin);
  return each(hole.many ? value : key, value);
}

/** The one with this key, of a collection that is not known; where the key is that of the one that stands for all, this. */
function oneOf(hole: Hole, key: Value, body: Body): Instance {
  const any = anyOf(hole, body);
  if (keyOf(any.key) === keyOf(key)) return any;
  if (any.name === "count") return indexed(key);
  return each(key, hole.many ? key : member(valueOfHole(hole, body.origin), key, body.origin));
}

/** The one with this key; undefined where that is not known. */
export function instanceAt<E extends Evaluation>(key: Value, body: Body, evaluation: E): E | undefined {
  const instances = instancesOf(body, evaluation);
  if (instances === undefined) return refused();
  if ("id" in instances) return withInstance(oneOf(instances, key, body), evaluation);
  const found = instances.find((each) => keyOf(each.key) === keyOf(key));
  const keys = [key, ...instances.map((each) => each.key)];
  if (found === undefined && keys.some((each) => literal(each) === undefined)) return undefined;
  return withInstance(found ?? refused(), evaluation);
}

export function withInstance<E extends Evaluation>({ name, value }: Instance, evaluation: E): E {
  return withNames({ ...evaluation, names: new Map() }, [[name, value]]);
}

/** The key as in addresses: `["a"]`, `[0]`, or nothing. */
export function instanceKey({ names }: Evaluation): string {
  const known = [names.get("each"), names.get("count")].find((value) => value !== undefined);
  // Any of them.
  if (typeof known === "function") return "[*]";
  const key = known?.kind === "map" ? [...known.entries.values()][0]?.value : undefined;
  if (key === undefined) return "";
  return names.has("count") ? `[${sourceText(key)}]` : `[${JSON.stringify(sourceText(key))}]`;
}
