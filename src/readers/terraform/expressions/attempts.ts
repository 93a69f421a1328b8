// What may be refused: `can` tells whether it is, `try` goes on to the next.

import { innerOf } from "../../../text/hcl/inner.ts";
import type { Expression } from "../../../text/hcl/syntax.ts";
import { MAYBE } from "../../../values/doubt.ts";
import { keyOf } from "../../../values/equality.ts";
import { valueOfHole } from "../../../values/hole.ts";
import { literal, loneHole, type Origin, type Value } from "../../../values/value.ts";
import { splitByCondition, writtenAt } from "./conditions.ts";
import { attempted, type Evaluation, holeIn, isNull, refused, resultOf, truthText } from "./evaluation.ts";
import { matching } from "./functions/regex.ts";
import { stepsOf } from "./references.ts";

/** Does Terraform not refuse it? What is not known may be refused. */
export function whether(
  [only]: readonly Expression[],
  origin: Origin,
  evaluation: Evaluation,
  inputsOf: (call: Expression & { readonly kind: "call" }) => readonly Value[] | undefined,
): Value {
  if (only?.kind === "call" && only.name === "regex") {
    const inputs = attempted(() => inputsOf(only) ?? []);
    if (inputs === undefined) return truthText(false, origin);
    const [pattern, text] = inputs;
    const found = matching(pattern, text);
    if (found !== MAYBE) return truthText(found, origin);
  }
  const value = only && attempted(() => evaluation.evaluate(only, evaluation));
  if (value === undefined) return truthText(false, origin);
  return holeIn(value) === undefined ? truthText(true, origin) : success(value, origin);
}

function success(value: Value, origin: Origin): Value {
  return valueOfHole(resultOf("can", [value]), origin);
}

/** The first that Terraform does not refuse; where that depends on deployment, and a later one gives something else, each is a world. */
export function firstOf(written: readonly Expression[], origin: Origin, evaluation: Evaluation): Value {
  for (const [index, each] of written.entries()) {
    const value = attempted(() => evaluation.evaluate(each, evaluation));
    if (value === undefined) continue;
    const later = written.slice(index + 1);
    if (evaluation.mode === "certain" || holeIn(value) === undefined || !mayFail(each)) return value;
    const others = later.map((other) => attempted(() => evaluation.evaluate(other, evaluation)));
    if (others.every((other) => other === undefined || tellsNothingMore(other, value))) return value;
    if (splitByCondition(`true: ${keyOf(success(value, origin))}`, `can(${writtenAt(each, evaluation)})`, evaluation))
      return value;
  }
  return refused();
}

/**
 * What a value of any shape may turn out to be anyway is no other. In the place of texts what is empty lets nobody in; in
 * that of a statement or its conditions it may let in whom these keep out.
 */
function tellsNothingMore(other: Value, value: Value): boolean {
  const hole = loneHole(value);
  const isText = (one: Value): boolean => one.kind === "text";
  const isOfTexts = hole !== undefined || isText(value) || (value.kind === "list" && value.items.every(isText));
  return (isOfTexts && isEmpty(other)) || hole?.admits(literal(other) ?? "*") === true;
}

function isEmpty(value: Value): boolean {
  return isNull(value) || literal(value) === "" || (value.kind === "list" && value.items.length === 0);
}

/** Functions that refuse some texts, or lists of some lengths. */
const PARTIAL = new Set(["tonumber", "tobool", "one", "element", "index", "jsondecode", "yamldecode", "base64decode"]);
/** What is asked of others is there, as far as the files say. */
const GIVEN = new Set(["var", "each"]);

/** Is there a member asked for that deployment may leave out, or something that not every value has? */
function mayFail(expression: Expression): boolean {
  if (expression.kind === "attribute" || expression.kind === "index") {
    const { root, steps } = stepsOf(expression);
    if (root.kind === "name" && GIVEN.has(root.name)) return steps.length > 1;
  }
  if (expression.kind === "call" && PARTIAL.has(expression.name)) return true;
  return innerOf(expression).some(mayFail);
}
