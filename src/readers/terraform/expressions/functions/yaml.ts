// YAML read and written, as far as Terraform and CloudFormation read it alike: plain texts, lists and maps.

import { isList, isObject, type Json } from "../../../../text/document.ts";
import { Problem } from "../../../../text/problem.ts";
import { openEmbedded } from "../../../../values/embedded.ts";
import { hole, unknown } from "../../../../values/hole.ts";
import { scalarAt, text } from "../../../../values/text.ts";
import { literal, type Origin, type Text, type Value } from "../../../../values/value.ts";
import { isNull } from "../evaluation.ts";
import { sorted } from "../members.ts";
import { decodedOnce } from "./decoding.ts";
import type { Functions } from "./row.ts";

export const yaml: Functions = [
  ["yamldecode", { gives: "any", run: ([value]) => decoded(value) }],
  ["yamlencode", { gives: "text", run: ([value], origin) => encoded(value, origin) }],
];

/** Aliases, tags, keys that are no words, and further documents. */
const SPECIAL = /[&*!]\w|<<|^\?|^---|^\.\.\./m;
const LONGEST = 100_000;
/** Longer lines are folded. */
const WIDEST = 78;
const DEEPEST = 50;

function decoded(value: Value | undefined): Value | undefined {
  return value?.kind !== "text" || isNull(value) ? undefined : decodedOnce(value, decodedYaml);
}

function decodedYaml(value: Text): Value | undefined {
  const written = literal(value);
  if (written === undefined) return undefined;
  const plain = written.replace(/^---\n/, "");
  if (written.length > LONGEST || plain.trim() === "" || SPECIAL.test(plain)) return undefined;
  try {
    const { document } = openEmbedded(value);
    const { value: json } = document;
    return isList(json) || isObject(json) ? at(json, { document, path: [] }) : undefined;
  } catch (thrown) {
    if (thrown instanceof Problem) return undefined;
    throw thrown;
  }
}

function at(json: Json, origin: Origin): Value {
  const inner = (key: string | number): Origin => ({ ...origin, path: [...origin.path, key] });
  if (isList(json)) return { kind: "list", items: json.map((item, index) => at(item, inner(index))), origin };
  if (!isObject(json)) return scalar(json, origin);
  const entries = Object.entries(json).map(([name, each]) => {
    return [name, { key: { ...inner(name), what: "key" } as const, value: at(each, inner(name)) }] as const;
  });
  return { kind: "map", entries: new Map(entries), origin };
}

/** A text that begins so is none in some reading, unless it is in quotes, which nobody knows here: "2012-10-17" is a time. */
const AMBIGUOUS = /^(?:[\d.+~-]|(?:y|n|yes|no|on|off|true|false|null)$|$)/i;
/** Digits that are a text stood in quotes; with a zero before them they may be one without. */
const ACCOUNT = /^[1-9]\d{11}$/;

function scalar(json: Json, origin: Origin): Value {
  const value = scalarAt(json, origin.document, origin.path);
  const word = literal(value) ?? "";
  const isPlain =
    value.type === "string"
      ? !AMBIGUOUS.test(word) || ACCOUNT.test(word)
      : value.parts.every((part) => !("spelled" in part) || part.spelled === undefined || part.spelled === word) &&
        (value.type === "null" || /^(?:true|false|0|[1-9]\d*)$/.test(word));
  if (isPlain) return value;
  const source = "a word of YAML that is read in several ways";
  return unknown(hole(`${source}: ${word}`, "undefined-by-aws", source), origin);
}

/** Without what YAML has several forms for. */
function encoded(value: Value | undefined, origin: Origin): Value | undefined {
  const lines = value && linesOf(value, 0);
  if (lines === undefined || lines.some((line) => line.length > WIDEST)) return undefined;
  return text({ text: `${lines.join("\n")}\n` }, origin);
}

function linesOf(value: Value, depth: number): readonly string[] | undefined {
  if (depth > DEEPEST) return undefined;
  if (value.kind === "list") {
    if (value.order !== undefined) return undefined;
    if (value.items.length === 0) return ["[]"];
    const items = value.items.map((item) => linesOf(item, depth + 1));
    return flat(items.map((lines) => lines && after("- ", lines)));
  }
  if (value.kind === "map") {
    if (value.entries.size === 0) return ["{}"];
    return flat(sorted(value.entries).map(([name, { value: inner }]) => entryLines(name, inner, depth)));
  }
  const word = scalarLine(value);
  return word === undefined ? undefined : [word];
}

function entryLines(name: string, value: Value, depth: number): readonly string[] | undefined {
  const key = quoted(name);
  const lines = linesOf(value, depth + 1);
  const [first, ...others] = lines ?? [];
  if (key === undefined || first === undefined) return undefined;
  const isBlock = (value.kind === "list" && value.items.length > 0) || (value.kind === "map" && value.entries.size > 0);
  if (!isBlock) return [`${key}: ${first}`];
  return [`${key}:`, ...[first, ...others].map((line) => (value.kind === "map" ? `  ${line}` : line))];
}

function after(dash: string, [first = "", ...others]: readonly string[]): readonly string[] {
  return [dash + first, ...others.map((line) => `  ${line}`)];
}

function flat(all: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const found = all.filter((lines) => lines !== undefined);
  return found.length < all.length ? undefined : found.flat();
}

function scalarLine(value: Value): string | undefined {
  if (isNull(value)) return "null";
  const word = literal(value);
  if (word === undefined || value.kind !== "text") return undefined;
  return value.type === "string" ? quoted(word) : word;
}

function quoted(word: string): string | undefined {
  return /^[ -[\]-~]*$/.test(word) ? `"${word.replaceAll('"', '\\"')}"` : undefined;
}
