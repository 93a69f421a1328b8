// What our parser finds in a file of HCL, node by node, in words that another parser's can be put into as well.

import { parseHcl } from "../../../src/text/hcl/document.ts";
import type { Body, Expression, TemplatePart } from "../../../src/text/hcl/syntax.ts";
import { source } from "../../../src/text/source.ts";

/** Undefined where the file is broken. */
export function nodesIn(text: string): readonly string[] | undefined {
  const { file } = parseHcl(source("x.tf", text));
  if (file.problems.length > 0) return undefined;
  return [...bodyNodes(file.body, text)].sort();
}

function* bodyNodes({ attributes, blocks }: Body, text: string): Generator<string> {
  for (const { name, start, end, value } of attributes.values()) {
    yield `attribute ${name} ${start}-${end}`;
    yield* expressionNodes(value, text);
  }
  for (const { type, labels, start, end, body } of blocks) {
    yield `block ${[type, ...labels].join(" ")} ${start}-${end}`;
    yield* bodyNodes(body, text);
  }
}

function* expressionNodes(expression: Expression, text: string): Generator<string> {
  const at = () => withoutBrackets(expression, text);
  const all = function* (inner: readonly Expression[]) {
    for (const each of inner) yield* expressionNodes(each, text);
  };
  switch (expression.kind) {
    case "literal":
      if (expression.type === "number") yield `number ${at()}`;
      return;
    case "template":
      for (const part of expression.parts) yield* partNodes(part, text);
      return;
    case "name":
      yield `name ${at()}`;
      return;
    case "element":
      return;
    case "attribute":
    case "unary":
      return yield* expressionNodes(expression.of, text);
    case "index":
      yield* all([expression.of]);
      // `.0` is an index as well, but no number to others.
      if (text[expression.key.start - 1] !== ".") yield* all([expression.key]);
      return;
    case "splat":
      return yield* all([expression.of, expression.each]);
    case "call":
      yield `call ${at()}`;
      return yield* all(expression.arguments);
    case "binary":
      return yield* all([expression.left, expression.right]);
    case "conditional":
      return yield* all([expression.condition, expression.met, expression.otherwise]);
    case "tuple":
      yield `tuple ${at()}`;
      return yield* all(expression.items);
    case "object":
      yield `object ${at()}`;
      for (const { key, value } of expression.entries) {
        if (key.kind === "template" && /[\p{ID_Start}_]/u.test(text[key.start] ?? ""))
          yield `name ${key.start}-${key.end}`;
        else yield* expressionNodes(key, text);
        yield* expressionNodes(value, text);
      }
      return;
    case "for":
      yield `for ${at()}`;
      yield* all([expression.collection, expression.value]);
      yield* all([expression.key, expression.condition].filter((each) => each !== undefined));
  }
}

function* partNodes(part: TemplatePart, text: string): Generator<string> {
  if (part.kind === "interpolation") {
    yield `interpolation ${part.start}-${part.end}`;
    yield* expressionNodes(part.of, text);
  }
  if (part.kind === "if") {
    yield* expressionNodes(part.condition, text);
    for (const each of [...part.met, ...part.otherwise]) yield* partNodes(each, text);
  }
  if (part.kind === "for") {
    yield* expressionNodes(part.collection, text);
    for (const each of part.body) yield* partNodes(each, text);
  }
}

/** Ours stand with the brackets around them. */
function withoutBrackets({ start, end }: Expression, text: string): string {
  let [from, to] = [start, end];
  while (text[from] === "(") {
    from += 1 + (/^\s*/.exec(text.slice(from + 1))?.[0].length ?? 0);
    to -= 1 + (/\s*$/.exec(text.slice(from, to - 1))?.[0].length ?? 0);
  }
  return `${from}-${to}`;
}
