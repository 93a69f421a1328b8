// A fast reader for usual YAML, the forms that nearly all templates are written in: maps and lists by indentation, short forms, brackets, comments.
// It accepts less than the library, in a twentieth of the time. For a text that it accepts, the result is that of the library (test/text/yaml/usual.test.ts);
// at anything else, including mistakes, it gives up, and the library reads the whole text.

import type { Comment } from "../../document.ts";
import type { Problem } from "../../problem.ts";
import type { Source } from "../../source.ts";
import type { List, Node, Scalar, Struct, Tag } from "../node.ts";
import {
  type Cursor,
  endOfLine,
  isLineEnd,
  LONGEST_KEY,
  passColon,
  passSpaces,
  passStart,
  passToContent,
  readTag,
  UNUSUAL,
  unusual,
  withoutTrailingSpaces,
} from "./cursor.ts";
import { addEntry, enter, heightAbove, noEntries } from "./entries.ts";
import { readFlow } from "./flow.ts";
import { emptyAt, readBlock, readPlainInBlock, readQuoted, startsPlain } from "./scalars.ts";

/** One document, which is a map. */
export interface UsualYaml {
  readonly root: Node;
  readonly comments: readonly Comment[];
  /** Keys given twice. */
  readonly warnings: readonly Problem[];
}

/** Characters that are left to the library wherever they are: lone carriage returns and byte order marks. */
const ODD = /\r(?!\n)|\uFEFF/;

/** Undefined for a text that is not usual, right or wrong. */
export function readUsualYaml(source: Source): UsualYaml | undefined {
  try {
    return readAgain(source);
  } catch (thrown) {
    if (thrown === UNUSUAL) return undefined;
    throw thrown;
  }
}

/** For a text that is known to be usual: reading it again costs less than keeping the trees of many texts. */
export function readAgain(source: Source): UsualYaml {
  const { text } = source;
  // A search for plain characters is faster than a pattern, and finds nothing in most texts.
  if ((text.includes("\r") || text.includes("\uFEFF")) && ODD.test(text)) unusual();
  const cursor: Cursor = { source, text, at: 0, lineStart: 0, column: 0, depth: 0, comments: [], warnings: [] };
  passStart(cursor);
  const root = cursor.column === 0 ? readMap(cursor, 0) : unusual();
  if (cursor.at < text.length) unusual();
  return { root, comments: cursor.comments, warnings: cursor.warnings };
}

/** The cursor stands at the first key, or behind it, if that is given. */
function readMap(cursor: Cursor, column: number, tag?: Tag, first?: Scalar): Struct {
  enter(cursor);
  const start = first?.range.start ?? cursor.at;
  const entries = noEntries();
  let key = first;
  while (cursor.column === column) {
    key ??= readKey(cursor) ?? unusual();
    addEntry(cursor, entries, key, readValue(cursor, column, true));
    key = undefined;
  }
  if (cursor.column > column) unusual();
  cursor.depth -= 1;
  const { byName, last, height } = entries;
  return { kind: "map", entries: byName, tag, range: { start, end: last?.range.end ?? start }, height: height + 1 };
}

/** The cursor stands at the first dash. */
function readList(cursor: Cursor, column: number, tag?: Tag): List {
  enter(cursor);
  const start = cursor.at;
  const items: Node[] = [];
  while (cursor.column === column && isDash(cursor)) {
    cursor.at += 1;
    items.push(readValue(cursor, column, false));
  }
  if (cursor.column > column) unusual();
  cursor.depth -= 1;
  const end = items.at(-1)?.range.end ?? start;
  return { kind: "list", items, tag, range: { start, end }, height: heightAbove(items) };
}

function isDash({ text, at }: Cursor): boolean {
  return text[at] === "-" && (text[at + 1] === " " || isLineEnd(text, at + 1));
}

/** What stands behind a colon (`ofKey`) or a dash, on its line or below it; `parent` is the column of the key or the dash. */
function readValue(cursor: Cursor, parent: number, ofKey: boolean): Node {
  const { text } = cursor;
  passSpaces(cursor);
  const start = cursor.at;
  const tag = text[start] === "!" ? readTag(cursor) : undefined;
  if (!isLineEnd(text, cursor.at) && text[cursor.at] !== "#") {
    if (ofKey || tag !== undefined) return readOnLine(cursor, parent, tag);
    cursor.column = cursor.at - cursor.lineStart;
    return readBelow(cursor, parent, undefined);
  }
  passToContent(cursor);
  if (cursor.column > parent) return readBelow(cursor, parent, tag);
  if (ofKey && cursor.column === parent && isDash(cursor)) return readList(cursor, parent, tag);
  return tag === undefined ? emptyAt(start) : unusual();
}

/** What begins at the cursor, which stands right of `parent`. */
function readBelow(cursor: Cursor, parent: number, tag: Tag | undefined): Node {
  const { column, at, lineStart } = cursor;
  if (isDash(cursor)) return readList(cursor, column, tag);
  const key = readKey(cursor);
  if (key !== undefined) return readMap(cursor, column, tag, key);
  cursor.at = at;
  cursor.lineStart = lineStart;
  const own = cursor.text[cursor.at] === "!" ? readTag(cursor) : undefined;
  if (own !== undefined && tag !== undefined) unusual();
  return readOnLine(cursor, parent, own ?? tag);
}

/** A value that is no map and no list by indentation. The cursor moves on to what comes after it. */
function readOnLine(cursor: Cursor, parent: number, tag: Tag | undefined): Node {
  switch (cursor.text[cursor.at]) {
    case "|":
    case ">":
      return readBlock(cursor, parent, tag);
    case "[":
    case "{":
      return andOn(cursor, readFlow(cursor, parent, tag));
    case '"':
    case "'":
      return andOn(cursor, readQuoted(cursor, parent, tag));
    default:
      return readPlainInBlock(cursor, parent, tag);
  }
}

function andOn(cursor: Cursor, node: Node): Node {
  passToContent(cursor);
  return node;
}

/** The key at the cursor, which moves past its colon; undefined where none stands. */
function readKey(cursor: Cursor): Scalar | undefined {
  const { text, at: start } = cursor;
  const end = endOfLine(text, start);
  if (text[start] === '"' || text[start] === "'") {
    const key = readQuoted(cursor, -1, undefined);
    if (key.range.end > end) return undefined;
    passSpaces(cursor);
    return passColon(cursor, start) ? key : undefined;
  }
  if (!startsPlain(cursor)) return undefined;
  const line = text.slice(start, end);
  let colon = line.indexOf(":");
  while (colon >= 0 && colon + 1 < line.length && line[colon + 1] !== " ") colon = line.indexOf(":", colon + 1);
  if (colon < 0) return undefined;
  const written = withoutTrailingSpaces(line.slice(0, colon));
  if (written.includes(" #")) return undefined;
  if (written.includes("\t")) unusual();
  if (colon > LONGEST_KEY) unusual();
  cursor.at = start + colon + 1;
  const range = { start, end: start + written.length };
  return { kind: "scalar", text: written, style: "plain", typed: true, range, tag: undefined };
}
