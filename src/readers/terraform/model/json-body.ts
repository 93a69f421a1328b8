// Blocks of Terraform configuration in its JSON syntax (https://developer.hashicorp.com/terraform/language/syntax/json).

import { at, below, type Document, entry, isList, isObject, type Json, type Path } from "../../../text/document.ts";
import { parseTemplate } from "../../../text/hcl/parse.ts";
import type { Expression } from "../../../text/hcl/syntax.ts";
import { Problem } from "../../../text/problem.ts";
import type { Range } from "../../../text/source.ts";
import { unknown, unknownHere } from "../../../values/hole.ts";
import { scalarAt } from "../../../values/text.ts";
import { literal, type Origin, type Value } from "../../../values/value.ts";
import { cost } from "../../cost.ts";
import { type Evaluation, resultOf, step } from "../expressions/evaluation.ts";
import type { Argument, Body, Dynamic } from "./body.ts";

/** Something stands in every template that is to be worked out, or is escaped. */
const TEMPLATE = /[$%]\{/;

export function jsonBody(document: Document, path: Path): Body {
  const json = at(document.value, path);
  const origin: Origin = { document, path };
  return {
    origin,
    source: (name) => `${name}: ${JSON.stringify(entry(json, name) ?? entry(entry(json, "dynamic"), name))}`,
    names: () => (isObject(json) ? Object.keys(json) : []),
    argument: (name) => (entry(json, name) === undefined ? undefined : jsonArgument(document, below(path, name))),
    kinds: () => jsonBlocks(document, [...path, "dynamic"]).flatMap((body) => body.names()),
    written(name) {
      const words = entry(json, name);
      return typeof words === "string" ? words.replace(/^\$\{(.*)\}$/s, "$1") : undefined;
    },
    constant(name) {
      const inner = entry(json, name);
      return inner === undefined ? undefined : constantAt(inner, document, below(path, name));
    },
    blocks: (name) => [
      ...jsonBlocks(document, below(path, name)),
      ...jsonBlocks(document, [...path, "dynamic"]).flatMap(({ origin: { path: within } }) =>
        jsonBlocks(document, [...within, name]).flatMap((body) => dynamic(name, body)),
      ),
    ],
  };
}

/** One object, or a list of them. */
export function jsonBlocks(document: Document, path: Path): readonly Body[] {
  const json = at(document.value, path);
  if (isObject(json)) return [jsonBody(document, path)];
  return isList(json) ? json.flatMap((_, index) => jsonBlocks(document, below(path, index))) : [];
}

function dynamic(name: string, body: Body): readonly Dynamic[] {
  const forEach = body.argument("for_each");
  const [content] = body.blocks("content");
  if (forEach === undefined || content === undefined || "forEach" in content) return [];
  return [{ forEach, iterator: body.written("iterator") ?? name, content }];
}

export function jsonArgument(document: Document, path: Path): Argument {
  return {
    origin: { document, path },
    value: (evaluation) => valueAt(document, path, evaluation),
    entry(name) {
      const json = at(document.value, path);
      const isSpelled = isObject(json) && !Object.keys(json).some((key) => TEMPLATE.test(key));
      return isSpelled && entry(json, name) !== undefined ? jsonArgument(document, [...path, name]) : undefined;
    },
    referred: () => undefined,
  };
}

function valueAt(document: Document, path: Path, evaluation: Evaluation): Value {
  const origin: Origin = { document, path };
  const json = at(document.value, path);
  const run = (): Value => {
    if (isList(json)) {
      return { kind: "list", items: json.map((_, index) => valueAt(document, below(path, index), evaluation)), origin };
    }
    if (isObject(json)) return structAt(Object.keys(json), document, path, evaluation);
    return typeof json === "string" && TEMPLATE.test(json)
      ? templateAt(json, { document, path }, evaluation)
      : scalarAt(json ?? null, document, path);
  };
  return step(evaluation, origin, run, cost(json));
}

/** Keys are templates as well. */
function structAt(keys: readonly string[], document: Document, path: Path, evaluation: Evaluation): Value {
  const entries = new Map<string, { key: Origin; value: Value }>();
  for (const key of keys) {
    const inner = below(path, key);
    const place: Origin = { document, path: inner, what: "key" };
    const name = TEMPLATE.test(key) ? templateAt(key, place, evaluation) : undefined;
    const word = name === undefined ? key : literal(name);
    // Which entry it is depends on deployment, so the object can be any.
    if (word === undefined)
      return unknown(resultOf("an object with open keys", name ? [name] : []), { document, path });
    entries.set(word, { key: place, value: valueAt(document, inner, evaluation) });
  }
  return { kind: "map", entries, origin: { document, path } };
}

function templateAt(json: string, origin: Origin, evaluation: Evaluation): Value {
  const expression = templateOf(json, origin);
  if (expression instanceof Problem) return unknownHere("broken template", "file", expression.message, origin);
  const place = (what: Range): Origin => (origin.what === "key" ? origin : { ...origin, what });
  const value = evaluation.evaluate(expression, { ...evaluation, writing: { text: json, place } });
  return isWhole(value.origin, origin, json.length) ? { ...value, origin } : value;
}

/** All of a string is the whole scalar, with its quotes. */
function isWhole({ document, path, what }: Origin, whole: Origin, length: number): boolean {
  const all = typeof what === "object" && what.start === 0 && what.end === length;
  return all && document === whole.document && path === whole.path;
}

function templateOf(json: string, { document, path }: Origin): Expression | Problem {
  const position = (offset: number) =>
    document.source.position(document.locate(path, { start: offset, end: offset + 1 }).start);
  try {
    return parseTemplate({ text: json, position });
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
}

/** Strings at or below a path that are no templates although they look like some. */
export function brokenTemplates(document: Document, path: Path): readonly Problem[] {
  const json = at(document.value, path);
  if (isList(json)) return json.flatMap((_, index) => brokenTemplates(document, below(path, index)));
  if (isObject(json)) {
    return Object.keys(json).flatMap((key) => (key === "//" ? [] : brokenTemplates(document, below(path, key))));
  }
  if (typeof json !== "string" || !TEMPLATE.test(json)) return [];
  const expression = templateOf(json, { document, path });
  return expression instanceof Problem ? [expression] : [];
}

function constantAt(json: Json, document: Document, path: Path): Value {
  const origin: Origin = { document, path };
  if (isList(json)) {
    return { kind: "list", items: json.map((item, index) => constantAt(item, document, below(path, index))), origin };
  }
  if (!isObject(json)) return scalarAt(json, document, path);
  const entries = Object.keys(json).map((key) => {
    const inner = below(path, key);
    const value = constantAt(entry(json, key) ?? null, document, inner);
    return [key, { key: { document, path: inner, what: "key" } as Origin, value }] as const;
  });
  return { kind: "map", entries: new Map(entries), origin };
}
