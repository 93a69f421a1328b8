// Blocks of Terraform configuration in HCL.

import type { HclDocument } from "../../../text/hcl/document.ts";
import { innerOf } from "../../../text/hcl/inner.ts";
import type { Attribute, Block, Entry, Expression, TemplatePart } from "../../../text/hcl/syntax.ts";
import { unknownHere } from "../../../values/hole.ts";
import { concat, text } from "../../../values/text.ts";
import { literal, type Origin, type Struct, type Value } from "../../../values/value.ts";
import type { Writing } from "../expressions/evaluation.ts";
import type { Argument, Body, Dynamic } from "./body.ts";

export function hclBody(document: HclDocument, { start, body }: Block): Body {
  const { attributes, blocks } = body;
  return {
    origin: { document, path: [start] },
    source(name) {
      const { text } = document.source;
      const attribute = attributes.get(name);
      if (attribute !== undefined) return text.slice(attribute.start, attribute.value.end);
      const inner = blocks.filter(({ type, labels }) => type === name || (type === "dynamic" && labels[0] === name));
      return inner.map((block) => text.slice(block.start, block.end)).join("\n");
    },
    names: () => [...attributes.keys()],
    argument: (name) => hclArgument(document, attributes.get(name)),
    kinds: () => [...new Set(blocks.map(({ type, labels: [label = ""] }) => (type === "dynamic" ? label : type)))],
    written(name) {
      const value = attributes.get(name)?.value;
      return value && (wordsOf(value) ?? spelled(value, document));
    },
    constant(name) {
      const attribute = attributes.get(name);
      return attribute && constantOf(attribute.value, writingOf(document, attribute));
    },
    blocks: (name) =>
      blocks.flatMap((block): readonly (Body | Dynamic)[] => {
        if (block.type === name) return [hclBody(document, block)];
        return block.type === "dynamic" && block.labels[0] === name ? dynamic(document, name, block) : [];
      }),
  };
}

export function hclArgument(document: HclDocument, attribute: Attribute): Argument;
export function hclArgument(document: HclDocument, attribute: Attribute | undefined): Argument | undefined;
export function hclArgument(document: HclDocument, attribute: Attribute | undefined): Argument | undefined {
  return attribute && expressionAt(attribute.value, document, attribute);
}

function expressionAt(expression: Expression, document: HclDocument, attribute: Attribute): Argument {
  return {
    origin: { document, path: [attribute.start] },
    value: (evaluation) => evaluation.evaluate(expression, { ...evaluation, writing: writingOf(document, attribute) }),
    isOpen: () => namesOpen(expression),
    entry(name) {
      const written = entryOf(expression, name);
      return written === undefined || written === "none" ? undefined : expressionAt(written, document, attribute);
    },
    referred(name) {
      const { kind, start, end } = expression;
      const isReference = kind === "name" || kind === "attribute" || kind === "index";
      return isReference
        ? expressionAt({ kind: "attribute", of: expression, name, start, end }, document, attribute)
        : undefined;
    },
  };
}

const OPEN: ReadonlySet<string> = new Set(["var", "each", "count"]);

function namesOpen(expression: Expression): boolean {
  if (expression.kind === "name") return OPEN.has(expression.name);
  return innerOf(expression).some(namesOpen);
}

/** "none": it is spelled out without such an entry. */
function entryOf(expression: Expression, name: string): Expression | "none" | undefined {
  if (expression.kind === "call" && expression.name === "merge" && !expression.spread) {
    // The last that has it counts; behind one that is not spelled out it may be another.
    for (const each of expression.arguments.toReversed()) {
      const written = entryOf(each, name);
      if (written !== "none") return written;
    }
    return undefined;
  }
  if (expression.kind !== "object") return undefined;
  const names = expression.entries.map(({ key }) => wordsOf(key));
  if (names.includes(undefined)) return undefined;
  return expression.entries[names.lastIndexOf(name)]?.value ?? "none";
}

function writingOf(document: HclDocument, { start }: Attribute): Writing {
  return { text: document.source.text, place: (what): Origin => ({ document, path: [start], what }) };
}

function dynamic(document: HclDocument, name: string, block: Block): readonly Dynamic[] {
  const { argument, written } = hclBody(document, block);
  const forEach = argument("for_each");
  const content = block.body.blocks.find(({ type }) => type === "content");
  if (forEach === undefined || content === undefined) return [];
  return [{ forEach, iterator: written("iterator") ?? name, content: hclBody(document, content) }];
}

/** Of a string in which nothing is worked out. */
function wordsOf(value: Expression): string | undefined {
  if (value.kind !== "template" || !value.parts.every(isCharacters)) return undefined;
  return value.parts.map((part) => part.text).join("");
}

type Characters = TemplatePart & { readonly kind: "characters" };

function isCharacters(part: TemplatePart): part is Characters {
  return part.kind === "characters";
}

function spelled({ start, end }: Expression, { source }: HclDocument): string {
  return source.text.slice(start, end);
}

/** A reference is the words that it is written with, as the providers that a module is given. */
function constantOf(expression: Expression, writing: Writing): Value {
  const origin = writing.place(expression);
  switch (expression.kind) {
    case "literal":
      return text({ text: expression.type === "null" ? "" : expression.text, origin }, origin, expression.type);
    case "template":
      if (!expression.parts.every(isCharacters)) break;
      return concat(
        expression.parts.map((part) => text({ text: part.text, origin: writing.place(part) }, origin)),
        origin,
      );
    case "unary": {
      const of = constantOf(expression.of, writing);
      return text({ text: `${expression.operator}${literal(of) ?? ""}`, origin }, origin, "number");
    }
    case "tuple":
      return { kind: "list", items: expression.items.map((item) => constantOf(item, writing)), origin };
    case "object":
      return structOf(expression.entries, origin, writing);
    case "name":
    case "attribute":
    case "index": {
      const words = writing.text.slice(expression.start, expression.end);
      return text({ text: words, origin }, origin);
    }
  }
  return unknownHere("no constant", "file", "an expression in place of a constant", origin);
}

function structOf(written: readonly Entry[], origin: Origin, writing: Writing): Struct {
  const entries = written.map(({ key, value }) => {
    const name = literal(constantOf(key, writing)) ?? "";
    return [name, { key: writing.place(key), value: constantOf(value, writing) }] as const;
  });
  return { kind: "map", entries: new Map(entries), origin };
}
