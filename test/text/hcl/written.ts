// HCL syntax trees in one line, short enough for a table of expectations.

import type { Entry, Expression, Loop, TemplatePart } from "../../../src/text/hcl/syntax.ts";

/** Operators and references as in Lisp, templates in backquotes with what is worked out in `${…}`. */
export function written(expression: Expression): string {
  switch (expression.kind) {
    case "literal":
      return expression.text;
    case "template":
      return `\`${expression.parts.map(part).join("")}\``;
    case "name":
      return expression.name;
    case "element":
      return "*";
    case "attribute":
      return `(. ${written(expression.of)} ${expression.name})`;
    case "index":
      return `([] ${written(expression.of)} ${written(expression.key)})`;
    case "splat":
      return `(each ${written(expression.of)} ${written(expression.each)})`;
    case "call":
      return `${expression.name}(${expression.arguments.map(written).join(" ")}${expression.spread ? "..." : ""})`;
    case "unary":
      return `(${expression.operator} ${written(expression.of)})`;
    case "binary":
      return `(${expression.operator} ${written(expression.left)} ${written(expression.right)})`;
    case "conditional":
      return `(? ${written(expression.condition)} ${written(expression.met)} ${written(expression.otherwise)})`;
    case "tuple":
      return `[${expression.items.map(written).join(" ")}]`;
    case "object":
      return `{${expression.entries.map(entry).join(" ")}}`;
    case "for": {
      const key = expression.key === undefined ? "" : `${written(expression.key)} => `;
      const filter = expression.condition === undefined ? "" : ` if ${written(expression.condition)}`;
      return `(for ${loop(expression)}: ${key}${written(expression.value)}${expression.grouped ? "..." : ""}${filter})`;
    }
  }
}

function entry({ key, value }: Entry): string {
  return `${written(key)}=${written(value)}`;
}

function loop({ keyName, valueName, collection }: Loop): string {
  return `${keyName === undefined ? "" : `${keyName} `}${valueName} in ${written(collection)}`;
}

function part(each: TemplatePart): string {
  switch (each.kind) {
    case "characters":
      return each.text;
    case "interpolation":
      return `\${${written(each.of)}}`;
    case "if":
      return `%{if ${written(each.condition)}}${each.met.map(part).join("")}%{else}${each.otherwise.map(part).join("")}%{end}`;
    case "for":
      return `%{for ${loop(each)}}${each.body.map(part).join("")}%{end}`;
  }
}

/** The expression and all in it. */
export function nodesOf(expression: Expression): readonly Expression[] {
  return [expression, ...partsOf(expression).flatMap(nodesOf)];
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "template":
      return expression.parts.flatMap(inPart);
    case "attribute":
    case "unary":
      return [expression.of];
    case "index":
      return [expression.of, expression.key];
    case "splat":
      return [expression.of];
    case "call":
      return expression.arguments;
    case "binary":
      return [expression.left, expression.right];
    case "conditional":
      return [expression.condition, expression.met, expression.otherwise];
    case "tuple":
      return expression.items;
    case "object":
      return expression.entries.map(({ value }) => value);
    case "for":
      return [expression.collection, expression.value];
    default:
      return [];
  }
}

function inPart(each: TemplatePart): readonly Expression[] {
  switch (each.kind) {
    case "characters":
      return [];
    case "interpolation":
      return [each.of];
    case "if":
      return [each.condition, ...[...each.met, ...each.otherwise].flatMap(inPart)];
    case "for":
      return [each.collection, ...each.body.flatMap(inPart)];
  }
}
