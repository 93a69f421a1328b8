// YAML as CloudFormation reads it, into documents: short forms become functions, plain scalars get their types, places are looked up late.

import type { Comment, Document, Json, JsonObject, Parsed } from "../document.ts";
import { Problem } from "../problem.ts";
import type { Source } from "../source.ts";
import { attributeParts, follow, type Node, type Target } from "./node.ts";
import { contentRange, find, rangeAt } from "./place.ts";
import { readPlain } from "./scalars.ts";
import { readStream } from "./stream.ts";
import { buildTree } from "./tree.ts";
import { readUsualYaml } from "./usual/read.ts";

/** What a plain scalar means. */
type ReadScalar = (text: string) => null | boolean | number | string;

/** In UTF-16 units, of which a text has no more than bytes: CloudFormation takes 1 MB (User Guide, "CloudFormation quotas"), and a hostile one is read for a second or two. */
const LONGEST = 1024 * 1024;
/** Each costs a line for people. */
const MOST_WARNINGS = 100;

/** One document for each of the stream that is not empty. `warnings`: keys given twice. Throws a Problem where the text is no YAML. */
export function parseYaml(source: Source, readScalar: ReadScalar = readPlain): Parsed {
  if (source.text.length > LONGEST) {
    const help = "CloudFormation takes templates of up to 1 MB: split it, or leave the file out with --exclude";
    throw new Problem("more than 1 MB of YAML", help, { line: 1, column: 1 });
  }
  const usual = readUsualYaml(source);
  if (usual !== undefined) {
    const { root, comments, warnings } = usual;
    return { documents: [documentOf(source, root, comments, readScalar)], warnings: warnings.slice(0, MOST_WARNINGS) };
  }
  const stream = readStream(source);
  const tags = stream.tags.values();
  const warnings: Problem[] = [];
  const documents: Document[] = [];
  for (const { contents, comments } of stream.documents) {
    const tree = buildTree(source, contents, tags);
    warnings.push(...tree.warnings.slice(0, MOST_WARNINGS - warnings.length));
    if (!isEmpty(tree.root)) documents.push(documentOf(source, tree.root, comments, readScalar));
  }
  return { documents, warnings };
}

function documentOf(source: Source, root: Node, comments: readonly Comment[], readScalar: ReadScalar): Document {
  let value: Json | undefined;
  return {
    source,
    get value() {
      value ??= toJson(root, readScalar);
      return value;
    },
    locate: (path, what = "value") => rangeAt(find(root, path), source.text, what),
    spelling(path) {
      const place = find(root, path);
      const node = follow(place.node);
      if (!place.reached || node.kind !== "scalar" || (node.tag !== undefined && !place.pastTag)) return undefined;
      const { start, end } = place.part === undefined ? contentRange(node) : rangeAt(place, source.text, "value");
      return source.text.slice(start, end);
    },
    comments: () => comments,
  };
}

function isEmpty(root: Node): boolean {
  return root.kind === "scalar" && root.style === "plain" && root.text === "" && root.tag === undefined;
}

function toJson(node: Node, readScalar: ReadScalar): Json {
  const target = follow(node);
  const value = withoutTag(target, readScalar);
  return target.tag === undefined ? value : record([[target.tag.name, value]]);
}

function withoutTag(node: Target, readScalar: ReadScalar): Json {
  switch (node.kind) {
    case "list":
      return node.items.map((item) => toJson(item, readScalar));
    case "map":
      return record(Array.from(node.entries, ([key, { value }]) => [key, toJson(value, readScalar)]));
    case "scalar": {
      const parts = attributeParts(node);
      if (parts !== undefined) return parts.map(({ start, end }) => node.text.slice(start, end));
      return node.typed ? readScalar(node.text) : node.text;
    }
  }
}

/** Without a prototype: a key may be called `__proto__`. */
function record(entries: readonly (readonly [string, Json])[]): JsonObject {
  const made: Record<string, Json> = Object.create(null);
  for (const [key, value] of entries) made[key] = value;
  return made;
}
