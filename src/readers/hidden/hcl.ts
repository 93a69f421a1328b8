// The same of HCL: defaults of variables that are sensitive, what `sensitive()` makes so, and arguments whose names say that they are secret.

import type { Attribute, Body, Expression, TemplatePart } from "../../text/hcl/syntax.ts";
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

function innerOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "template":
      return expression.parts.flatMap(inPart);
    case "attribute":
    case "unary":
      return [expression.of];
    case "index":
      return [expression.of, expression.key];
    case "splat":
      return [expression.of, expression.each];
    case "call":
      return expression.arguments;
    case "binary":
      return [expression.left, expression.right];
    case "conditional":
      return [expression.condition, expression.met, expression.otherwise];
    case "tuple":
      return expression.items;
    case "for":
      return [expression.collection, expression.value, expression.key, expression.condition].filter(
        (each) => each !== undefined,
      );
    default:
      return [];
  }
}

function inPart(part: TemplatePart): readonly Expression[] {
  switch (part.kind) {
    case "interpolation":
      return [part.of];
    case "if":
      return [part.condition, ...part.met.flatMap(inPart), ...part.otherwise.flatMap(inPart)];
    case "for":
      return [part.collection, ...part.body.flatMap(inPart)];
    default:
      return [];
  }
}

function range({ start, end }: Expression, declared: boolean): Hidden {
  return { start, end, declared };
}
