// A file of HCL as a document: its blocks and arguments are found by the offsets where they begin.

import type { Comment, Document, Path } from "../document.ts";
import type { Range, Source } from "../source.ts";
import { readFile } from "./file.ts";
import type { Body, File } from "./syntax.ts";

/** Paths have one step: where a block or an argument begins. Characters `within` are offsets in the file. */
export interface HclDocument extends Document {
  readonly file: File;
}

export function parseHcl(source: Source): HclDocument {
  const file = readFile(source);
  const whole: Nodes = { value: { start: 0, end: source.text.length }, key: { start: 0, end: 0 } };
  let known: ReadonlyMap<unknown, Nodes> | undefined;
  const find = ([at]: Path): Nodes => {
    known ??= new Map(nodesIn(file.body));
    return known.get(at) ?? whole;
  };
  return {
    source,
    file,
    value: null,
    locate: (path, what = "value") => (typeof what === "object" ? wholeEscapes(what, file) : find(path)[what]),
    spelling: () => undefined,
    comments: () => [...file.comments].sort(([one], [other]) => one - other).map((each) => comment(each, source)),
  };
}

export function isHcl(document: Document): document is HclDocument {
  return "file" in document;
}

/** The whole, and what it is known by. */
interface Nodes {
  readonly value: Range;
  readonly key: Range;
}

function* nodesIn({ attributes, blocks }: Body): Generator<readonly [at: number, nodes: Nodes]> {
  for (const { start, key, value } of attributes.values()) yield [start, { value, key }];
  for (const { start, end, header, body } of blocks) {
    yield [start, { value: { start, end }, key: header }];
    yield* nodesIn(body);
  }
}

/** A sequence stands for one character: what ends with that ends behind the sequence. */
function wholeEscapes({ start, end }: Range, { escapes }: File): Range {
  for (let before = end - 1; before > end - LONGEST_ESCAPE && before >= start; before -= 1) {
    const past = escapes.get(before);
    if (past !== undefined) return { start, end: Math.max(end, past) };
  }
  return { start, end };
}

/** `\UNNNNNNNN` */
const LONGEST_ESCAPE = 10;

function comment([start, end]: readonly [number, number], { text }: Source): Comment {
  const words = text
    .slice(start, end)
    .replace(/^(?:#|\/\/|\/\*)/, "")
    .replace(/\*\/$/, "");
  return { text: words.trim(), range: { start, end } };
}
