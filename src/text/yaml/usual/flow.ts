// Reads lists and maps of usual YAML in brackets (flow style).

import type { List, Node, Scalar, Struct, Tag } from "../node.ts";
import { type Cursor, isLineEnd, passColon, passSpaces, readTag, unusual } from "./cursor.ts";
import { addEntry, enter, heightAbove, noEntries } from "./entries.ts";
import { readPlainInFlow, readQuoted } from "./scalars.ts";

/** The cursor, at the bracket, moves behind the one that closes it. `parent`: the column that all lines stand to the right of. */
export function readFlow(cursor: Cursor, parent: number, tag: Tag | undefined): List | Struct {
  enter(cursor);
  const node = cursor.text[cursor.at] === "[" ? readList(cursor, parent, tag) : readMap(cursor, parent, tag);
  cursor.depth -= 1;
  return node;
}

function readList(cursor: Cursor, parent: number, tag: Tag | undefined): List {
  const start = cursor.at;
  const items: Node[] = [];
  readEach(cursor, parent, "]", () => {
    items.push(readItemOrPair(cursor, parent));
  });
  return { kind: "list", items, tag, range: { start, end: cursor.at }, height: heightAbove(items) };
}

function readMap(cursor: Cursor, parent: number, tag: Tag | undefined): Struct {
  const start = cursor.at;
  const entries = noEntries();
  readEach(cursor, parent, "}", () => {
    const key = readKey(cursor, parent);
    passBlanks(cursor, parent);
    addEntry(cursor, entries, key, readItem(cursor, parent));
  });
  const { byName, height } = entries;
  return { kind: "map", entries: byName, tag, range: { start, end: cursor.at }, height: height + 1 };
}

function readEach(cursor: Cursor, parent: number, closing: string, readOne: () => void): void {
  const { text } = cursor;
  cursor.at += 1;
  passBlanks(cursor, parent);
  while (text[cursor.at] !== closing) {
    readOne();
    passBlanks(cursor, parent);
    if (text[cursor.at] === ",") {
      cursor.at += 1;
      passBlanks(cursor, parent);
    } else if (text[cursor.at] !== closing) unusual();
  }
  cursor.at += 1;
}

function readKey(cursor: Cursor, parent: number): Scalar {
  const { text, at: start } = cursor;
  const isQuoted = text[start] === '"' || text[start] === "'";
  const key = isQuoted ? readQuoted(cursor, parent, undefined) : readPlainInFlow(cursor, undefined);
  passSpaces(cursor);
  return passColon(cursor, start) ? key : unusual();
}

/** `[Ref: Name]` is a list of a map without brackets of its own. */
function readItemOrPair(cursor: Cursor, parent: number): Node {
  const { text, at: start } = cursor;
  const item = readItem(cursor, parent);
  if (item.kind !== "scalar" || item.tag !== undefined) return item;
  const end = cursor.at;
  passSpaces(cursor);
  if (text[cursor.at] !== ":") {
    cursor.at = end;
    return item;
  }
  if (!passColon(cursor, start)) unusual();
  passBlanks(cursor, parent);
  const value = readItem(cursor, parent);
  const entries = addEntry(cursor, noEntries(), item, value).byName;
  const range = { start, end: value.range.end };
  return { kind: "map", entries, tag: undefined, range, height: heightAbove([value]) };
}

function readItem(cursor: Cursor, parent: number): Node {
  const { text } = cursor;
  const tag = text[cursor.at] === "!" ? readTag(cursor) : undefined;
  switch (text[cursor.at]) {
    case "[":
    case "{":
      return readFlow(cursor, parent, tag);
    case '"':
    case "'":
      return readQuoted(cursor, parent, tag);
    default:
      return readPlainInFlow(cursor, tag);
  }
}

/** Over line breaks, too. */
function passBlanks(cursor: Cursor, parent: number): void {
  const { text } = cursor;
  passSpaces(cursor);
  if (cursor.at >= text.length) unusual();
  while (isLineEnd(text, cursor.at)) {
    cursor.at = text.indexOf("\n", cursor.at) + 1;
    if (cursor.at === 0) unusual();
    cursor.lineStart = cursor.at;
    passSpaces(cursor);
    if (cursor.at >= text.length) unusual();
    if (!isLineEnd(text, cursor.at) && cursor.at - cursor.lineStart <= parent) unusual();
  }
}
