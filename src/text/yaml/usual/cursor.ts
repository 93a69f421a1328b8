// The position of the reader of usual YAML, and the way from the end of a value to the next line that is not blank or a comment.

import type { Comment } from "../../document.ts";
import type { Problem } from "../../problem.ts";
import { skip } from "../../scan.ts";
import type { Source } from "../../source.ts";
import type { Tag } from "../node.ts";
import { longName } from "../node.ts";

export interface Cursor {
  readonly source: Source;
  readonly text: string;
  at: number;
  /** Where the line begins that `at` is in. */
  lineStart: number;
  /** The column of `at`, if that is the first character of a value or a key that begins a line; -1 past the end of the text. */
  column: number;
  /** Maps and lists around. */
  depth: number;
  readonly comments: Comment[];
  /** Keys given twice. */
  readonly warnings: Problem[];
}

/** Thrown for what is not usual, right or wrong: the library is to read the text. It carries nothing, and costs no stack trace. */
export const UNUSUAL = new Error("YAML that is not usual");

const SPACES = / */y;
/** A "\r" before the line break belongs to the comment, if there is one: if it could also stand for itself, every line would double the ways to match. */
const START = /(?: *(?:#[^\n]*|\r)?\n)*---(?= |\r?\n)/y;
const DOCUMENT_MARK = /(?:---|\.\.\.)/y;

export function unusual(): never {
  throw UNUSUAL;
}

/** Mostly there is one, or none: a pattern takes longer to begin than to look at two characters. */
export function passSpaces(cursor: Cursor): void {
  const { text, at } = cursor;
  if (text[at] !== " ") return;
  cursor.at = text[at + 1] === " " ? skip(SPACES, text, at) : at + 1;
}

/** Before a line break, or at the end of the text. */
export function isLineEnd(text: string, at: number): boolean {
  const character = text[at];
  return character === undefined || character === "\n" || (character === "\r" && text[at + 1] === "\n");
}

/** The offset of the line break that ends the line at `at`, or of the end of the text. */
export function endOfLine(text: string, at: number): number {
  const found = text.indexOf("\n", at);
  if (found < 0) return text.length;
  return found > at && text[found - 1] === "\r" ? found - 1 : found;
}

/** A pattern would look again from each space of a long run. */
export function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  if (line[end - 1] !== " ") return line;
  while (line[end - 1] === " ") end -= 1;
  return line.slice(0, end);
}

/** Past the rest of a line, which says nothing but a comment. */
function passLineEnd(cursor: Cursor): void {
  const { text } = cursor;
  passSpaces(cursor);
  if (text[cursor.at] === "#") {
    if (cursor.at > cursor.lineStart && text[cursor.at - 1] !== " ") unusual();
    const start = cursor.at;
    cursor.at = endOfLine(text, start);
    const written = text.slice(start, cursor.at).trimEnd();
    cursor.comments.push({ text: written.slice(1).trim(), range: { start, end: start + written.length } });
  }
  if (!isLineEnd(text, cursor.at)) unusual();
  if (cursor.at < text.length) cursor.at = text.indexOf("\n", cursor.at) + 1;
}

/** From the end of a value to the first character on a later line that is no comment. */
export function passToContent(cursor: Cursor): void {
  passLineEnd(cursor);
  passBlankLines(cursor);
}

/** From the beginning of a line to the first character that is no comment. A mark of a further document is not usual. */
export function passBlankLines(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    cursor.lineStart = cursor.at;
    passSpaces(cursor);
    if (cursor.at >= text.length) {
      cursor.column = -1;
      return;
    }
    if (text[cursor.at] !== "#" && !isLineEnd(text, cursor.at)) break;
    passLineEnd(cursor);
  }
  cursor.column = cursor.at - cursor.lineStart;
  if (cursor.column === 0 && skip(DOCUMENT_MARK, text, cursor.at) > cursor.at) unusual();
}

/** The mark of the only document, and comments around it. */
export function passStart(cursor: Cursor): void {
  const { text } = cursor;
  const mark = skip(START, text, 0) - 3;
  if (mark >= 0) {
    while (cursor.at < mark) passLineEnd(cursor);
    cursor.lineStart = mark;
    cursor.at = mark + 3;
    passLineEnd(cursor);
  }
  passBlankLines(cursor);
}

const TAG = /![A-Za-z][A-Za-z0-9]*(?= |\r?\n)/y;

/** The short form at the cursor, which moves past it and the spaces behind it. */
export function readTag(cursor: Cursor): Tag {
  const start = cursor.at;
  const end = skip(TAG, cursor.text, start);
  const name = longName(cursor.text.slice(start, end));
  if (end === start || name === undefined) unusual();
  cursor.at = end;
  passSpaces(cursor);
  return { name, range: { start, end } };
}

/** YAML takes keys of up to 1024 characters, in one line. */
export const LONGEST_KEY = 1000;

/** Past the colon behind the key that begins at `start`, if one stands at the cursor. */
export function passColon(cursor: Cursor, start: number): boolean {
  const { text, at } = cursor;
  if (text[at] !== ":" || !(text[at + 1] === " " || isLineEnd(text, at + 1))) return false;
  if (at - start > LONGEST_KEY || text.slice(start, at).includes("\n")) unusual();
  cursor.at += 1;
  return true;
}
