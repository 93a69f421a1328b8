// A reference as a name and its steps: attributes and indexes.

import type { Expression } from "../../../text/hcl/syntax.ts";
import { type Origin, sourceText, type Value } from "../../../values/value.ts";
import { areEqual } from "./conditions.ts";
import { type Evaluation, type Found, refused, type Step, valueNamed } from "./evaluation.ts";
import { chosenKey } from "./keys.ts";
import { keyText, member, onlyEntry, standsForSeveral } from "./members.ts";

export function stepsOf(expression: Expression): { readonly root: Expression; readonly steps: readonly Step[] } {
  const steps: Step[] = [];
  let root = expression;
  for (; root.kind === "attribute" || root.kind === "index"; root = root.of) {
    steps.unshift(root.kind === "attribute" ? root.name : root.key);
  }
  return { root, steps };
}

/** A name with its steps, or another expression with its steps. */
export function reference(expression: Expression, origin: Origin, evaluation: Evaluation): Value {
  const { root, steps } = stepsOf(expression);
  const [value, rest] =
    root.kind === "name" ? named(root.name, steps, origin, evaluation) : [evaluation.evaluate(root, evaluation), steps];
  return membersOf(value, rest, origin, evaluation);
}

function named(name: string, steps: readonly Step[], origin: Origin, evaluation: Evaluation): Found {
  const known = valueNamed(name, evaluation);
  return known === undefined ? evaluation.scope.named(name, steps, origin, evaluation) : [known, steps];
}

export function membersOf(value: Value, steps: readonly Step[], origin: Origin, evaluation: Evaluation): Value {
  return steps.reduce<Value>((of, step) => {
    const key = keyAt(step, of, evaluation);
    const [only] = onlyEntry(of) ?? [];
    const asked = typeof key === "string" ? keyText(key, origin) : key;
    // There is no other member.
    if (
      only !== undefined &&
      !standsForSeveral(only) &&
      areEqual([only, asked], sourceText(asked), evaluation) === false
    )
      return refused("certainly");
    return member(of, key, origin);
  }, value);
}

function keyAt(step: Step, of: Value, evaluation: Evaluation): string | Value {
  return typeof step === "string"
    ? step
    : (chosenKey(evaluation.evaluate(step, evaluation), of, evaluation) ?? refused("certainly"));
}
