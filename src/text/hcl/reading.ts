// The state of the HCL parser (position and depth), and how it takes tokens.

import { Problem } from "../problem.ts";
import { skip } from "../scan.ts";
import type { Range, Source } from "../source.ts";
import type { Expression } from "./syntax.ts";

/** What is read, and where an offset of it stands for people. */
export type HclText = Pick<Source, "text" | "position">;

export interface Reading {
  readonly from: HclText;
  at: number;
  depth: number;
  /** Do line breaks end things here, or are they blanks, as within brackets? */
  breaks: boolean;
  readonly expression: (reading: Reading) => Expression;
  /** Comments met so far, by their offsets: where each ends. */
  readonly comments: Map<number, number>;
  /** Escape sequences met so far, likewise. */
  readonly escapes: Map<number, number>;
}

/** Deeper than anybody writes, and shallow enough for recursive walks over the tree. */
const DEEPEST = 200;
/** How long a chain of operators or of `.a.b.c` may be: it makes a tree as deep. */
export const LONGEST_CHAIN = 1000;
const BLANKS = /[ \t\r\n\uFEFF]*/y;
const BLANKS_IN_LINE = /[ \t\uFEFF]*/y;
const COMMENT_IN_LINE = /(?:#|\/\/)[^\r\n]*/y;
const LINE_END = /\r?\n/y;
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

export function begin(from: HclText, expression: Reading["expression"]): Reading {
  return { from, at: 0, depth: 0, breaks: false, expression, comments: new Map(), escapes: new Map() };
}

/** `opening`: of the bracket that it is about. */
export function refuse(reading: Reading, what: string, at = reading.at, opening?: number): never {
  const help = "write it as Terraform accepts it; 'terraform validate' says more";
  const opened = opening === undefined ? undefined : reading.from.position(opening);
  throw new Problem(`this is not valid HCL: ${what}`, help, reading.from.position(at), opened);
}

export function skipBlanks(reading: Reading): void {
  const { text } = reading.from;
  for (;;) {
    const start = skip(reading.breaks ? BLANKS_IN_LINE : BLANKS, text, reading.at);
    reading.at = start;
    if (text[start] !== "#" && text[start] !== "/") return;
    reading.at = skip(COMMENT_IN_LINE, text, start);
    if (text.startsWith("/*", start)) {
      const end = text.indexOf("*/", start + 2);
      reading.at = end < 0 ? refuse(reading, "a comment that is not closed") : end + 2;
    }
    if (reading.at === start) return;
    reading.comments.set(start, reading.at);
  }
}

/** The end of the line, after blanks and comments; false where something else stands there. */
export function takeLineEnd(reading: Reading): boolean {
  return take(reading, LINE_END) !== undefined;
}

/** The text that the sticky `token` matches at this very place, passed over; undefined if it matches none. */
export function takeRaw(reading: Reading, token: RegExp): string | undefined {
  token.lastIndex = reading.at;
  const [found] = token.exec(reading.from.text) ?? [];
  if (found === undefined) return undefined;
  reading.at += found.length;
  return found;
}

/** The same after blanks. */
export function take(reading: Reading, token: RegExp): string | undefined {
  skipBlanks(reading);
  return takeRaw(reading, token);
}

export function takeIdentifier(reading: Reading): string | undefined {
  return take(reading, IDENTIFIER);
}

export function expect(reading: Reading, token: RegExp, what: string, opening?: number): string {
  return take(reading, token) ?? refuse(reading, `expected ${what}`, reading.at, opening);
}

export function expectIdentifier(reading: Reading): string {
  return takeIdentifier(reading) ?? refuse(reading, "expected a name");
}

/** Reads what is nested one level deeper. */
export function nested<T>(reading: Reading, breaks: boolean, read: () => T): T {
  if (reading.depth >= DEEPEST) refuse(reading, `nested more than ${DEEPEST} levels deep`);
  const before = reading.breaks;
  reading.depth += 1;
  reading.breaks = breaks;
  try {
    return read();
  } finally {
    reading.depth -= 1;
    reading.breaks = before;
  }
}

export function rangeFrom(reading: Reading, start: number): Range {
  return { start, end: reading.at };
}

/** The offset of the next token. */
export function startOfNext(reading: Reading): number {
  skipBlanks(reading);
  return reading.at;
}
