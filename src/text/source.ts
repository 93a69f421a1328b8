// A file's name and text, and the conversion between offsets and lines and columns.

import { Problem } from "./problem.ts";

/** UTF-16 offsets into `Source.text`, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Line and column count from 1; columns are UTF-16 code units, as in SARIF. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Source {
  /** As the report names it: "/" between folders. */
  readonly path: string;
  readonly text: string;
  position(offset: number): Position;
  /** The text of line `line` (from 1), without its line break; undefined past the end. */
  line(line: number): string | undefined;
}

/** In megabytes. Plans have some tens of them; of a text that is made for it, more would not fit into memory. */
const MOST = 128;

/** Decodes UTF-8, or UTF-16 where a byte order mark says so; the mark is no part of the text. Throws a Problem for NUL characters, and for what is too long to be read. */
export function source(path: string, content: string | Uint8Array): Source {
  requireLength(content);
  const text = typeof content === "string" ? content.replace(/^\uFEFF/, "") : decode(content);
  let starts: readonly number[] | undefined;
  const startsOfLines = () => {
    starts ??= lineStarts((character, from) => text.indexOf(character, from));
    return starts;
  };
  const made: Source = {
    path,
    text,
    position(offset) {
      const line = countUpTo(startsOfLines(), offset);
      return { line, column: offset - (startsOfLines()[line - 1] ?? 0) + 1 };
    },
    line(line) {
      const start = startsOfLines()[line - 1];
      return start === undefined ? undefined : text.slice(start, endOfLine(text, start, startsOfLines()[line]));
    },
  };
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    const help = "save the file as UTF-8 text; a binary file, or UTF-16 without a byte order mark, cannot be read";
    throw new Problem("a NUL character: this is not a text file", help, made.position(nul));
  }
  return made;
}

/** Throws a Problem for what is too long to be read. */
export function requireLength({ length }: string | Uint8Array): void {
  if (length <= MOST * 1024 * 1024) return;
  const help = "leave the file out with --exclude, or check its parts one by one";
  throw new Problem(`more than ${MOST} MB`, help, { line: 1, column: 1 });
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}

/** LF, CRLF and a lone CR end a line. `next` finds the character from an offset on, and is negative where there is none. */
export function lineStarts(next: (character: "\n" | "\r", from: number) => number): readonly number[] {
  const starts = [0];
  let [feed, carriage] = [next("\n", 0), next("\r", 0)];
  while (feed >= 0 || carriage >= 0) {
    const isLone = carriage >= 0 && carriage + 1 !== feed && (feed < 0 || carriage < feed);
    const start = (isLone ? carriage : feed) + 1;
    starts.push(start);
    if (carriage >= 0 && carriage < start) carriage = next("\r", start);
    if (feed >= 0 && feed < start) feed = next("\n", start);
  }
  return starts;
}

/** Where a line ends whose next one begins at `next`; looks at no more of it than its end, for one line may be all of a file. */
export function endOfLine(text: string, start: number, next = text.length): number {
  let end = next;
  if (end > start && text[end - 1] === "\n") end -= 1;
  if (end > start && text[end - 1] === "\r") end -= 1;
  return end;
}

/** How many of the ascending numbers are no greater than `limit`. */
export function countUpTo(ascending: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
