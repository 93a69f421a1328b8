// Splats: what is asked of every element, or of every instance of a block.

import type { Expression } from "../../../text/hcl/syntax.ts";
import { unknown } from "../../../values/hole.ts";
import { loneHole, type Origin, type Value } from "../../../values/value.ts";
import { instancesAsked } from "../modules/references.ts";
import { type Evaluation, inMode, isNull, resultOf, withNames } from "./evaluation.ts";
import { listFrom } from "./sets.ts";

type Splat = Expression & { readonly kind: "splat" };

/** Of what is no list it is a list of that alone, and of null an empty one. */
export function splat({ of, each }: Splat, origin: Origin, outer: Evaluation): Value {
  const evaluation = inMode(outer, "settle");
  const instances = instancesAsked(of, each, origin, evaluation);
  if (instances !== undefined) return { kind: "list", items: instances, origin };
  const value = evaluation.evaluate(of, evaluation);
  const asked = (element: Value) => evaluation.evaluate(each, withNames(evaluation, [["*", element]]));
  if (isNull(value)) return { kind: "list", items: [], origin };
  if (value.kind === "list") return listFrom(value, value.items.map(asked), origin);
  // A text may be a value of any shape that is not known: whether it is one or several then is not either.
  if (loneHole(value) === undefined) return { kind: "list", items: [asked(value)], origin };
  return unknown(resultOf(`[*] at ${JSON.stringify([origin.path, origin.what])}`, [value], { many: true }), origin);
}
