// Splats: what is asked of every element, or of every instance of a block.

import type { Expression } from "../../../text/hcl/syntax.ts";
import { unknown } from "../../../values/hole.ts";
import { loneHole, type Origin, type Value } from "../../../values/value.ts";
import { type Evaluation, inMode, isNull, resultOf, withNames } from "./evaluation.ts";
import { stepsOf } from "./references.ts";
import { listFrom } from "./sets.ts";

type Splat = Expression & { readonly kind: "splat" };

/** Of what is no list it is a list of that alone, and of null an empty one. */
export function splat({ of, each }: Splat, origin: Origin, outer: Evaluation): Value {
  const evaluation = inMode(outer, "split");
  const instances = ofInstances(of, each, origin, evaluation);
  if (instances !== undefined) return { kind: "list", items: instances, origin };
  const value = evaluation.evaluate(of, evaluation);
  const asked = (element: Value) => evaluation.evaluate(each, withNames(evaluation, [["*", element]]));
  if (isNull(value)) return { kind: "list", items: [], origin };
  if (value.kind === "list") return listFrom(value, value.items.map(asked), origin);
  // A text may be a value of any shape that is not known: whether it is one or several then is not either.
  if (loneHole(value) === undefined) return { kind: "list", items: [asked(value)], origin };
  return unknown(resultOf(`[*] at ${JSON.stringify([origin.path, origin.what])}`, [value], { many: true }), origin);
}

function ofInstances(
  of: Expression,
  each: Expression,
  origin: Origin,
  evaluation: Evaluation,
): readonly Value[] | undefined {
  const block = stepsOf(of);
  const asked = stepsOf(each);
  if (block.root.kind !== "name" || asked.root.kind !== "element") return undefined;
  const names = [block.root.name, ...block.steps].filter((step) => typeof step === "string");
  if (names.length <= block.steps.length) return undefined;
  return evaluation.scope.ofInstances(names, asked.steps, origin, evaluation);
}
