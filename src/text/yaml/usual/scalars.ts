// Scalars of usual YAML: plain ones, those in quotes, and blocks, over one line or several.

import { endOfString, skip } from "../../scan.ts";
import type { Scalar, Tag } from "../node.ts";
import {
  type Cursor,
  endOfLine,
  isLineEnd,
  passBlankLines,
  passToContent,
  unusual,
  withoutTrailingSpaces,
} from "./cursor.ts";

/** First characters of plain scalars that are read here; others have another meaning in most places, and are left to the library. */
const PLAIN_START = /[^\s,[\]{}#&*!|>'"%@`?:-]|-(?=[^\s,[\]{}])/y;

function scalar(style: Scalar["style"], text: string, start: number, end: number, tag: Tag | undefined): Scalar {
  return { kind: "scalar", text, style, typed: style === "plain", range: { start, end }, tag };
}

export function emptyAt(offset: number): Scalar {
  return scalar("plain", "", offset, offset, undefined);
}

export function startsPlain({ text, at }: Cursor): boolean {
  const code = text.charCodeAt(at) | 0x20;
  // Nearly all begin with a letter.
  return (code >= 0x61 && code <= 0x7a) || skip(PLAIN_START, text, at) > at;
}

/** `parent`: the column of the map or list around, which all lines of the value stand to the right of. The cursor moves on to what comes after it. */
export function readPlainInBlock(cursor: Cursor, parent: number, tag: Tag | undefined): Scalar {
  const { text } = cursor;
  const start = cursor.at;
  let decoded = "";
  let end = start;
  do {
    const from = cursor.at;
    const comments = cursor.comments.length;
    if (!startsPlain(cursor)) unusual();
    const line = plainLine(text, from);
    decoded += (decoded === "" ? "" : foldedBreaks(text, end, from)) + line;
    end = from + line.length;
    cursor.at = end;
    passToContent(cursor);
    if (cursor.column > parent && cursor.comments.length > comments) unusual();
  } while (cursor.column > parent);
  return scalar("plain", decoded, start, end, tag);
}

/** Up to a comment or the end of the line. A key within it begins a map, where none can be. */
function plainLine(text: string, start: number): string {
  const line = text.slice(start, endOfLine(text, start));
  const comment = line.indexOf(" #");
  const content = withoutTrailingSpaces(comment < 0 ? line : line.slice(0, comment));
  if (content.includes("\t") || content.includes(": ") || content.endsWith(":")) unusual();
  return content;
}

/** One line break is a space; of several the first does not count. */
function foldedBreaks(text: string, start: number, end: number): string {
  let breaks = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) breaks += 1;
  return breaks === 1 ? " " : "\n".repeat(breaks - 1);
}

const SIMPLE_ESCAPE = /\\["\\/bfnrt]/g;

/** The cursor, at the quote, moves behind the other one. */
export function readQuoted(cursor: Cursor, parent: number, tag: Tag | undefined): Scalar {
  const { text, at: start } = cursor;
  const isDouble = text[start] === '"';
  const end = isDouble ? endOfString(text, start) : endOfSingleQuoted(text, start);
  if (end < start + 2 || text[end - 1] !== text[start]) unusual();
  const written = text.slice(start + 1, end - 1);
  cursor.at = end;
  if (written.includes("\t")) unusual();
  const folded = written.includes("\n") ? foldLines(cursor, written, end, parent) : written;
  const decoded = isDouble ? unescaped(folded, folded !== written) : folded.replaceAll("''", "'");
  return scalar(isDouble ? "double" : "single", decoded, start, end, tag);
}

function endOfSingleQuoted(text: string, start: number): number {
  for (let quote = text.indexOf("'", start + 1); quote >= 0; quote = text.indexOf("'", quote + 2)) {
    if (text[quote + 1] !== "'") return quote + 1;
  }
  return -1;
}

function foldLines(cursor: Cursor, written: string, end: number, parent: number): string {
  const lines = written.split(/\r?\n/);
  let folded = "";
  let breaks = 0;
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const content = isLast ? line : withoutTrailingSpaces(line);
    const indented = skip(/ */y, content, 0);
    if (index === 0) {
      folded = content;
    } else if (indented === content.length && !isLast) {
      breaks += 1;
    } else {
      if (indented <= parent) unusual();
      folded += (breaks === 0 ? " " : "\n".repeat(breaks)) + content.slice(indented);
      breaks = 0;
    }
  }
  cursor.lineStart = cursor.text.lastIndexOf("\n", end - 1) + 1;
  return folded;
}

/** JSON has these escapes, too; an escaped line break is not usual. */
function unescaped(written: string, isFolded: boolean): string {
  if (!written.includes("\\")) return written;
  if (isFolded || written.replace(SIMPLE_ESCAPE, "").includes("\\")) unusual();
  return written.replace(SIMPLE_ESCAPE, (spelled) => JSON.parse(`"${spelled}"`));
}

const HEADER = /[|>]-? *(?=\r?\n)/y;

/** The cursor, at the header, moves on to what comes after the block. */
export function readBlock(cursor: Cursor, parent: number, tag: Tag | undefined): Scalar {
  const { text, at: header } = cursor;
  const start = skip(HEADER, text, header);
  if (start === header) unusual();
  const lines: Line[] = [];
  let indent: number | undefined;
  let contentEnd = start;
  let contentStart = start;
  cursor.at = text.indexOf("\n", start) + 1;
  while (cursor.at < text.length) {
    const from = skip(/ */y, text, cursor.at);
    const end = endOfLine(text, from);
    const column = from - cursor.at;
    if (end > from) {
      if (column <= parent) break;
      if (indent === undefined) {
        if (lines.some((line) => line.indent > column)) unusual();
        indent = column;
        contentStart = from;
      }
      if (column < indent || text[from] === "\t") unusual();
      contentEnd = end;
    } else if (column > 0 && text[end] === "\r") unusual();
    lines.push({ indent: column, content: text.slice(from, end) });
    const past = text.indexOf("\n", end);
    if (past < 0) unusual();
    cursor.at = past + 1;
  }
  if (indent === undefined) unusual();
  const decoded = blockText(lines, indent, text[header] === ">");
  passBlankLines(cursor);
  return scalar("block", text[header + 1] === "-" ? decoded : `${decoded}\n`, contentStart, contentEnd, tag);
}

interface Line {
  readonly indent: number;
  /** Empty: nothing but spaces stands there. */
  readonly content: string;
}

/** Without the blank lines at its end. */
function blockText(lines: readonly Line[], indent: number, isFolded: boolean): string {
  const last = lines.findLastIndex(({ content }) => content !== "");
  const first = lines.findIndex(({ content }) => content !== "");
  // Spaces at the end that stand right of the text are some of it.
  if (lines.some((line, index) => index > last && line.indent > indent)) unusual();
  let decoded = "\n".repeat(first);
  let separator = "";
  let wasIndented = false;
  for (const line of lines.slice(first, last + 1)) {
    const more = " ".repeat(Math.max(line.indent - indent, 0));
    if (!isFolded) {
      decoded += separator + more + line.content;
      separator = "\n";
    } else if (more !== "" || line.content.startsWith("\t")) {
      if (separator === " ") separator = "\n";
      else if (!wasIndented && separator === "\n") separator = "\n\n";
      decoded += separator + more + line.content;
      separator = "\n";
      wasIndented = true;
    } else if (line.content === "") {
      if (separator === "\n") decoded += "\n";
      else separator = "\n";
    } else {
      decoded += separator + line.content;
      separator = " ";
      wasIndented = false;
    }
  }
  return decoded;
}

/** Up to what ends it in brackets; a comment there is not usual, nor is a second line. */
export function readPlainInFlow(cursor: Cursor, tag: Tag | undefined): Scalar {
  const { text, at: start } = cursor;
  if (!startsPlain(cursor)) unusual();
  let at = start;
  for (; !isLineEnd(text, at) && !",[]{}".includes(text[at] ?? ""); at += 1) {
    const character = text[at];
    if (character === "\t" || (character === "#" && text[at - 1] === " ")) unusual();
    if (character === ":" && (isLineEnd(text, at + 1) || " ,[]{}".includes(text[at + 1] ?? ""))) break;
  }
  while (text[at - 1] === " ") at -= 1;
  cursor.at = at;
  return scalar("plain", text.slice(start, at), start, at, tag);
}
