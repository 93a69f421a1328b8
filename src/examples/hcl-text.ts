// Writes Terraform configuration of the JSON syntax in HCL, and says where each part is then.

import { isList, isObject, type Json, type JsonObject, type Path } from "../text/document.ts";
import type { Range } from "../text/source.ts";
import { interpolation, keyText, literalText, type Text, templateText } from "./hcl-strings.ts";

export interface InHcl {
  readonly text: string;
  /** Where a part of the JSON stands, its key, or characters of a string in it. */
  place(path: Path, what: "value" | "key" | Range): Range | undefined;
}

/** Labels of blocks at the top. */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  variable: 1,
  output: 1,
  module: 1,
  provider: 1,
};
/** What is a block in a block, by the block around it. */
const BLOCKS: ReadonlySet<string> = new Set(
  "aws_iam_policy_document/statement statement/principals statement/not_principals statement/condition variable/validation provider/assume_role".split(
    " ",
  ),
);
/** Types, and names of providers and elements: words of the language. */
const WORDS: ReadonlySet<string> = new Set(["variable/type", "module/providers", "dynamic/iterator"]);
/** Texts in which nothing is worked out. */
const CONSTANT: ReadonlySet<string> = new Set(["variable/default", "module/source"]);

interface Pen {
  text: string;
  readonly keys: Map<string, Range>;
  readonly values: Map<string, Written>;
}

/** Where a value stands; of a string also where each of its characters does. */
interface Written extends Range {
  readonly offsets?: readonly number[];
}

export function inHcl(configuration: JsonObject): InHcl {
  const pen: Pen = { text: "", keys: new Map(), values: new Map() };
  for (const [kind, inner] of entriesOf(configuration)) topLevel(kind, inner, [kind], [], LABELS[kind] ?? 0, pen);
  return { text: pen.text, place: (path, what) => placeIn(pen, path, what) };
}

function placeIn({ keys, values }: Pen, path: Path, what: "value" | "key" | Range): Range | undefined {
  const id = JSON.stringify(path);
  if (what === "key") return keys.get(id);
  const written = values.get(id);
  if (written === undefined || what === "value") return written;
  const { start, end } = what;
  const { offsets = [] } = written;
  const [from, to] = [offsets[start], offsets[end]];
  return from === undefined || to === undefined ? written : { start: from, end: to };
}

function topLevel(kind: string, json: Json, path: Path, labels: readonly string[], count: number, pen: Pen): void {
  if (isList(json)) {
    for (const [index, each] of json.entries()) topLevel(kind, each, [...path, index], labels, count, pen);
  } else if (count > 0) {
    for (const [label, inner] of entriesOf(json))
      topLevel(kind, inner, [...path, label], [...labels, label], count - 1, pen);
  } else {
    // A block of a resource is known by its type, another by its kind.
    block(
      [kind, ...labels.map((label) => JSON.stringify(label))].join(" "),
      labels.length === 2 ? (labels[0] ?? "") : kind,
      json,
      path,
      "",
      pen,
    );
  }
}

function block(header: string, around: string, json: Json, path: Path, indent: string, pen: Pen): void {
  put(pen.values, path, pen, () => {
    put(pen.keys, path, pen, () => {
      pen.text += `${indent}${header}`;
    });
    pen.text += " {\n";
    for (const [name, inner] of entriesOf(json)) member(name, around, inner, [...path, name], `${indent}  `, pen);
    pen.text += `${indent}}`;
  });
  pen.text += "\n";
}

function member(name: string, around: string, json: Json, path: Path, indent: string, pen: Pen): void {
  if (name === "//") return;
  if (name === "dynamic") {
    for (const [kind, each] of entriesOf(json)) dynamic(kind, each, [...path, kind], indent, pen);
  } else if (BLOCKS.has(`${around}/${name}`)) {
    if (isList(json))
      for (const [index, each] of json.entries()) block(name, name, each, [...path, index], indent, pen);
    else block(name, name, json, path, indent, pen);
  } else {
    pen.text += indent;
    put(pen.keys, path, pen, () => {
      pen.text += name;
    });
    pen.text += " = ";
    if (CONSTANT.has(`${around}/${name}`)) value(json, path, literalText, pen);
    else if (name === "provider" || WORDS.has(`${around}/${name}`)) value(json, path, word, pen);
    else value(json, path, templateText, pen);
    pen.text += "\n";
  }
}

function dynamic(kind: string, json: Json, path: Path, indent: string, pen: Pen): void {
  if (isList(json)) {
    for (const [index, each] of json.entries()) dynamic(kind, each, [...path, index], indent, pen);
    return;
  }
  pen.text += `${indent}dynamic "${kind}" {\n`;
  for (const [name, inner] of entriesOf(json)) {
    if (name === "content") block(name, kind, inner, [...path, name], `${indent}  `, pen);
    else member(name, "dynamic", inner, [...path, name], `${indent}  `, pen);
  }
  pen.text += `${indent}}\n`;
}

function value(json: Json, path: Path, string: WriteString, pen: Pen): void {
  if (typeof json === "string") set(pen.values, path, pen, string(json));
  else
    put(pen.values, path, pen, () => {
      if (isList(json)) {
        pen.text += "[";
        for (const [index, each] of json.entries()) {
          if (index > 0) pen.text += ", ";
          value(each, [...path, index], string, pen);
        }
        pen.text += "]";
      } else if (isObject(json)) {
        pen.text += "{";
        for (const [index, [key, each]] of entriesOf(json).entries()) {
          pen.text += index > 0 ? ", " : " ";
          put(pen.keys, [...path, key], pen, () => {
            pen.text += (string === literalText ? literalText : keyText)(key).text;
          });
          pen.text += " = ";
          value(each, [...path, key], string, pen);
        }
        pen.text += " }";
      } else pen.text += JSON.stringify(json);
    });
}

type WriteString = (characters: string) => Text;

function word(characters: string): Text {
  return { text: interpolation(characters) ?? characters, offsets: [] };
}

function set(places: Map<string, Written>, path: Path, pen: Pen, { text, offsets }: Text): void {
  const start = pen.text.length;
  pen.text += text;
  const whole = { start, end: pen.text.length, offsets: offsets.map((offset) => start + offset) };
  places.set(JSON.stringify(path), whole);
}

function put(places: Map<string, Range>, path: Path, pen: Pen, write: () => void): void {
  const start = pen.text.length;
  write();
  const text = pen.text.slice(start);
  places.set(JSON.stringify(path), { start: start + text.length - text.trimStart().length, end: pen.text.length });
}

function entriesOf(json: Json): readonly (readonly [string, Json])[] {
  return isObject(json) ? Object.keys(json).map((key) => [key, json[key] ?? null] as const) : [];
}
