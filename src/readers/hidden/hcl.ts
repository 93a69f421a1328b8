// Which characters of HCL reports may not show: defaults of sensitive variables, arguments of `sensitive()`, and arguments whose names say that they are secret.

import { innerOf } from "../../text/hcl/inner.ts";
import type { Attribute, Body, Expression } from "../../text/hcl/syntax.ts";
import { type Hidden, isSecretName } from "./names.ts";

const MARKS = ["sensitive", "ephemeral"];
const MARKED = ["default", "value"];

export function* hiddenInBody({ attributes, blocks }: Body): Iterable<Hidden> {
  const isMarked = MARKS.some((mark) => isSaid(attributes.get(mark)));
  for (const { name, value } of attributes.values()) {
    if (isMarked && MARKED.includes(name)) yield range(value, true);
    else yield* named(name, value);
  }
  for (const { body } of blocks) yield* hiddenInBody(body);
}

/** Anything but a plain `false` may be true. */
function isSaid(attribute: Attribute | undefined): boolean {
  if (attribute === undefined) return false;
  const { value } = attribute;
  return !(value.kind === "literal" && value.text === "false");
}

function* named(name: string, value: Expression): Iterable<Hidden> {
  if (isSecretName(name) && isPlain(value)) yield range(value, false);
  else yield* inExpression(value);
}

/** A text or number, or a list of them: what refers to something else shows no more than a name. */
function isPlain(value: Expression): boolean {
  if (value.kind === "tuple") return value.items.every(isPlain);
  return value.kind === "template" || value.kind === "literal";
}

function* inExpression(expression: Expression): Iterable<Hidden> {
  if (expression.kind === "call" && /^(?:core::)?sensitive$/.test(expression.name)) {
    for (const argument of expression.arguments) yield range(argument, true);
    return;
  }
  if (expression.kind === "object") {
    for (const { key, value } of expression.entries) yield* named(spelled(key), value);
    return;
  }
  for (const inner of innerOf(expression)) yield* inExpression(inner);
}

function spelled(key: Expression): string {
  const parts = key.kind === "template" ? key.parts : [];
  return parts.map((part) => (part.kind === "characters" ? part.text : "")).join("");
}

function range({ start, end }: Expression, declared: boolean): Hidden {
  return { start, end, declared };
}
