// The values in an answer of IAM: policies as objects, and as JSON text, percent-encoded or not.

import { below, entry, isList, isObject, type Json } from "../../text/document.ts";
import { parseObject } from "../../values/embedded.ts";
import { hole, unknown, unknownHere, valueOfHole } from "../../values/hole.ts";
import { scalarAt } from "../../values/text.ts";
import type { Origin, Part, Value } from "../../values/value.ts";

const DEEPEST = 100;
/** Characters of a policy that is not cut off: ten times what IAM takes, all of them encoded. */
const LONGEST = 10 * 10_240 * 3;
/** What Terraform's templatefile() and others fill in; variables of policies have a colon, or are `${*}`, `${?}` and `${$}`. */
const PLACEHOLDER = /\$\{\s*([A-Za-z_][\w.]*)\s*\}/;

/** `isTemplate`: a tool may yet fill something in. */
export function writtenValue(json: Json, origin: Origin, isTemplate = false): Value {
  const { document, path } = origin;
  if (path.length > DEEPEST) return unknownHere("deep JSON", "budget", "JSON that is too deep", origin);
  const inner = (key: string | number) =>
    writtenValue(entry(json, key) ?? null, { document, path: below(path, key) }, isTemplate);
  if (isList(json)) return { kind: "list", items: json.map((_, index) => inner(index)), origin };
  if (isObject(json)) {
    const entries = Object.keys(json).map((name) => {
      const key: Origin = { document, path: below(path, name), what: "key" };
      return [name, { key, value: inner(name) }] as const;
    });
    return { kind: "map", entries: new Map(entries), origin };
  }
  return typeof json === "string" && isTemplate && PLACEHOLDER.test(json)
    ? filledIn(json, origin)
    : scalarAt(json, document, path);
}

function filledIn(text: string, origin: Origin): Value {
  const { document, path } = origin;
  const parts: Part[] = [];
  let start = 0;
  // Split at a pattern with a group: every other piece is a name.
  for (const [index, piece] of text.split(PLACEHOLDER).entries()) {
    if (index % 2 === 1) {
      const source = `\${${piece}}, which a tool fills in before IAM reads the policy`;
      parts.push({ hole: hole(`placeholder ${piece}`, "macro", source, { name: piece }) });
      start = text.indexOf("}", start) + 1;
      continue;
    }
    const end = start + piece.length;
    if (piece !== "") parts.push({ text: piece, origin: { document, path, what: { start, end } } });
    start = end;
  }
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && "hole" in only) return valueOfHole(only.hole, origin);
  return { kind: "text", parts, type: "string", origin };
}

/** A policy as IAM answers it: RFC 3986 in the answer itself, which the AWS CLI decodes. */
export function policyAt(json: Json, origin: Origin): Value {
  if (typeof json !== "string") return writtenValue(json, origin);
  if (json.length > LONGEST) {
    return unknown(hole("length of the policy", "budget", "a policy longer than IAM takes"), origin);
  }
  const text = scalarAt(json, origin.document, origin.path);
  return parseObject(/^\s*%7B/i.test(json) ? { ...text, parts: decoded(json, origin) } : text);
}

/** Every character with the place of its own escape. */
function decoded(encoded: string, { document, path }: Origin): readonly Part[] {
  const parts: Part[] = [];
  const place = (start: number, length: number): Origin => {
    return { document, path, what: { start, end: start + length } };
  };
  for (const match of encoded.matchAll(/(?:%[\dA-F]{2})+|[^%]+|%/gi)) {
    const [run] = match;
    if (!run.startsWith("%") || run.length === 1) {
      parts.push({ text: run, origin: place(match.index, run.length) });
      continue;
    }
    let start = match.index;
    for (const character of charactersOf(run)) {
      const length = new TextEncoder().encode(character).length * "%00".length;
      parts.push({ text: character, asked: place(start, length) });
      start += length;
    }
  }
  return parts;
}

function charactersOf(run: string): string {
  const bytes = run
    .slice(1)
    .split("%")
    .map((byte) => Number.parseInt(byte, 16));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
