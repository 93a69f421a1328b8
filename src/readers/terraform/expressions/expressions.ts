// An HCL expression as a value in one world.

import type { Entry, Expression } from "../../../text/hcl/syntax.ts";
import { unknown } from "../../../values/hole.ts";
import { text } from "../../../values/text.ts";
import { literal, type Origin, type Value } from "../../../values/value.ts";
import { call } from "./calls.ts";
import { chosen } from "./conditions.ts";
import { type Evaluation, inMode, isNull, refused, resultOf, step, unresolved, valueNamed } from "./evaluation.ts";
import { comprehension } from "./loops.ts";
import { negation, operation } from "./operators.ts";
import { reference } from "./references.ts";
import { splat } from "./splats.ts";
import { template } from "./templates.ts";

/** Throws NoSuchWorld where Terraform would refuse it. */
export function evaluate(expression: Expression, evaluation: Evaluation): Value {
  const origin = evaluation.writing.place(expression);
  return step(evaluation, origin, () => read(expression, origin, evaluation));
}

function read(expression: Expression, origin: Origin, evaluation: Evaluation): Value {
  switch (expression.kind) {
    case "literal":
      return text({ text: expression.type === "null" ? "" : expression.text, origin }, origin, expression.type);
    case "template":
      return template(expression.parts, origin, evaluation);
    case "tuple":
      return { kind: "list", items: expression.items.map((item) => evaluate(item, evaluation)), origin };
    case "object":
      return struct(expression.entries, origin, evaluation);
    case "name":
    case "attribute":
    case "index": {
      const value = reference(expression, origin, evaluation);
      return value.kind === "text" ? { ...value, origin } : value;
    }
    case "splat":
      return splat(expression, origin, evaluation);
    case "element":
      return valueNamed("*", evaluation) ?? unresolved("*", "file", "a splat without a list", origin);
    case "call":
      return call(expression, origin, evaluation);
    case "unary":
      return negation(expression, origin, evaluation);
    case "binary":
      return operation(expression, origin, evaluation);
    case "conditional":
      return chosen(expression, origin, evaluation);
    case "for":
      return comprehension(expression, origin, evaluation);
  }
}

function struct(written: readonly Entry[], origin: Origin, evaluation: Evaluation): Value {
  const names = written.map(({ key }) => evaluate(key, evaluation));
  if (names.some(isNull)) return refused();
  const open = names.find((name) => literal(name) === undefined);
  // Which entry it is depends on deployment, so the object can be any.
  const valuesIn = open === undefined ? evaluation : inMode(evaluation, "certain");
  const values = written.map(({ value }) => evaluate(value, valuesIn));
  const all = names.map((name, index) => [name, values[index] ?? name] as const);
  if (open !== undefined) return { ...unknown(resultOf("an object with open keys", [open]), origin), entries: all };
  const placed = written.map(({ key }) => evaluation.writing.place(key));
  const entries = all.map(([name, value], index) => {
    return [literal(name) ?? "", { key: placed[index] ?? origin, value }] as const;
  });
  return { kind: "map", entries: new Map(entries), origin };
}
