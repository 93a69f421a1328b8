// The direct subexpressions of an expression.

import type { Expression, TemplatePart } from "./syntax.ts";

export function innerOf(expression: Expression): readonly Expression[] {
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
    case "object":
      return expression.entries.flatMap(({ key, value }) => [key, value]);
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
