// YAML as CloudFormation reads it, into documents: short forms become functions, plain scalars get their types, places are looked up late.

import type { Comment, Document, Json, JsonObject, Parsed } from "../document.ts";
import { Problem } from "../problem.ts";
import type { Source } from "../source.ts";
import { attributeParts, follow, type Node, type Struct, type Target } from "./node.ts";
import { contentRange, find, rangeAt } from "./place.ts";
import { readPlain } from "./scalars.ts";
import { readStream } from "./stream.ts";
import { buildTree } from "./tree.ts";
import { readAgain, readUsualYaml } from "./usual/read.ts";

/** What a plain scalar means. */
type ReadScalar = (text: string) => null | boolean | number | string;

/** In UTF-16 units, which are never more than the bytes. CloudFormation accepts 1 MB (User Guide, "CloudFormation quotas"), and reading a hostile text of that size takes a second or two. */
const LONGEST = 1024 * 1024;
export const TOO_LONG = "more than 1 MB of YAML";

export function isTooLong(text: string): boolean {
  return text.length > LONGEST;
}

/** Each is a line of output for people. */
const MOST_WARNINGS = 100;

/** One document for each of the stream that is not empty. `warnings`: keys given twice. Throws a Problem where the text is no YAML. */
export function parseYaml(source: Source, readScalar: ReadScalar = readPlain): Parsed {
  if (isTooLong(source.text)) {
    const help = "CloudFormation takes templates of up to 1 MB: split it, or leave the file out with --exclude";
    throw new Problem(TOO_LONG, help, { line: 1, column: 1 });
  }
  const usual = readUsualYaml(source);
  if (usual !== undefined) {
    const { root, comments, warnings } = usual;
    const value = toJson(root, readScalar);
    const again = isKept(source) ? always(root) : () => readAgain(source).root;
    const document = documentOf(source, value, again, comments);
    return { documents: [document], warnings: warnings.slice(0, MOST_WARNINGS) };
  }
  const stream = readStream(source);
  const tags = stream.tags.values();
  const warnings: Problem[] = [];
  const documents: Document[] = [];
  for (const { contents, comments } of stream.documents) {
    const { root, warnings: others } = buildTree(source, contents, tags);
    warnings.push(...others.slice(0, MOST_WARNINGS - warnings.length));
    if (!isEmpty(root)) documents.push(documentOf(source, toJson(root, readScalar), () => root, comments));
  }
  return { documents, warnings };
}

/** In UTF-16 units, of all texts together: their trees take some twenty times as many bytes. */
let leftToKeep = 4 * 1024 * 1024;

/** Places are asked for where a policy names somebody. Of such texts the trees are kept, up to this size; others are read again if need be. */
function isKept({ text }: Source): boolean {
  const fits = text.length <= leftToKeep && text.includes("Principal");
  if (fits) leftToKeep -= text.length;
  return fits;
}

/** Made in a function of its own: closures that are made in one function keep alive whatever any of them uses. */
function always(root: Node): () => Node {
  return () => root;
}

/** `tree` is called when a place is first asked for, and once; for many documents never. */
function documentOf(source: Source, value: Json, tree: () => Node, comments: readonly Comment[]): Document {
  let known: Node | undefined;
  const root = () => {
    known ??= tree();
    return known;
  };
  return {
    source,
    value,
    locate: (path, what = "value") => rangeAt(find(root(), path), source.text, what),
    spelling(path) {
      const place = find(root(), path);
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
  return target.tag === undefined ? value : { [target.tag.name]: value };
}

function withoutTag(node: Target, readScalar: ReadScalar): Json {
  switch (node.kind) {
    case "list":
      return node.items.map((item) => toJson(item, readScalar));
    case "map":
      return mapToJson(node, readScalar);
    case "scalar": {
      const parts = attributeParts(node);
      if (parts !== undefined) return parts.map(({ start, end }) => node.text.slice(start, end));
      return node.typed ? readScalar(node.text) : node.text;
    }
  }
}

/** Objects as JSON.parse makes them, which take less memory than objects without a prototype. */
function mapToJson({ entries }: Struct, readScalar: ReadScalar): JsonObject {
  const made: Record<string, Json> = {};
  // An iterator makes a list of each entry.
  entries.forEach(({ value }, key) => {
    const json = toJson(value, readScalar);
    if (key === "__proto__") Object.defineProperty(made, key, { value: json, ...OPEN });
    else made[key] = json;
  });
  return made;
}

const OPEN = { enumerable: true, configurable: true, writable: true };
