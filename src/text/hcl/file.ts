// Reads files of HCL: arguments and blocks. After a syntax error, reading goes on at the next block.

import { Problem } from "../problem.ts";
import type { Range } from "../source.ts";
import { readExpression } from "./expression.ts";
import {
  begin,
  expectIdentifier,
  type HclText,
  nested,
  type Reading,
  rangeFrom,
  refuse,
  skipBlanks,
  startOfNext,
  take,
  takeIdentifier,
  takeLineEnd,
} from "./reading.ts";
import type { Attribute, Block, Body, File } from "./syntax.ts";
import { readQuoted } from "./template.ts";

/** Each costs a line for people, and reading on. */
const MOST_PROBLEMS = 20;
/** A block at the beginning of a line. */
const HEADER =
  /^[\p{ID_Start}_][\p{ID_Continue}-]*(?:[ \t]+(?:"[^"\r\n]*"|[\p{ID_Start}_][\p{ID_Continue}-]*))*[ \t]*\{/gmu;

/** What is wrong is told beside what could be read. */
export function readFile(from: HclText): File {
  const reading = begin(from, readExpression);
  const body: Gathering = { attributes: new Map(), blocks: [] };
  const problems: Problem[] = [];
  reading.breaks = true;
  for (let at = nextItem(reading, problems); at < from.text.length; at = nextItem(reading, problems)) {
    try {
      readItem(reading, body);
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      // Read again, a block may break where the one around it did.
      if (!problems.some((met) => met.line === thrown.line && met.column === thrown.column)) problems.push(thrown);
      if (problems.length === MOST_PROBLEMS) break;
      reading.at = nextHeader(from.text, at);
    }
  }
  return { body, problems, comments: reading.comments, escapes: reading.escapes };
}

function nextHeader(text: string, after: number): number {
  HEADER.lastIndex = after + 1;
  return HEADER.exec(text)?.index ?? text.length;
}

/** A comment without an end leaves nothing to read. */
function nextItem(reading: Reading, problems: Problem[]): number {
  try {
    return startOfItem(reading);
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    problems.push(thrown);
    return reading.from.text.length;
  }
}

function startOfItem(reading: Reading): number {
  while (takeLineEnd(reading));
  return reading.at;
}

interface Gathering extends Body {
  readonly attributes: Map<string, Attribute>;
  readonly blocks: Block[];
}

function readItem(reading: Reading, body: Gathering): void {
  const { at: start } = reading;
  const name = expectIdentifier(reading);
  const key = rangeFrom(reading, start);
  if (take(reading, /=(?!=)/y) === undefined) body.blocks.push(readBlock(name, key, reading));
  else addAttribute(name, key, body, reading);
  endItem(reading);
}

function addAttribute(name: string, key: Range, { attributes }: Gathering, reading: Reading): void {
  if (attributes.has(name)) refuse(reading, `a second argument ${name} in one block`, key.start);
  const value = readExpression(reading);
  attributes.set(name, { name, key, value, start: key.start, end: value.end });
}

/** A further item stands on a line of its own. */
function endItem(reading: Reading): void {
  skipBlanks(reading);
  if (reading.at < reading.from.text.length && !takeLineEnd(reading)) refuse(reading, "expected the end of the line");
}

function readBlock(type: string, { start, end: typeEnd }: Range, reading: Reading): Block {
  const labels: string[] = [];
  let end = typeEnd;
  for (let label = takeLabel(reading); label !== undefined; label = takeLabel(reading)) {
    labels.push(label);
    end = reading.at;
  }
  const header = { start, end };
  if (take(reading, /\{/y) === undefined) {
    refuse(reading, labels.length > 0 ? 'expected a label or "{"' : `expected "=" and a value, or "{", after ${type}`);
  }
  const body = nested(reading, true, () => readBody(reading, header.start));
  return { type, labels, header, body, ...rangeFrom(reading, start) };
}

/** A name, or a string in which nothing is worked out. */
function takeLabel(reading: Reading): string | undefined {
  const start = startOfNext(reading);
  if (reading.from.text[start] !== '"') return takeIdentifier(reading);
  const { parts } = readQuoted(reading);
  const words = parts.map((part) =>
    part.kind === "characters" ? part.text : refuse(reading, "a label that is a template", start),
  );
  return words.join("");
}

function readBody(reading: Reading, header: number): Body {
  const body: Gathering = { attributes: new Map(), blocks: [] };
  if (!takeLineEnd(reading)) return inOneLine(reading, body);
  for (;;) {
    const at = startOfItem(reading);
    if (take(reading, /\}/y) !== undefined) return body;
    if (at === reading.from.text.length) refuse(reading, 'a block that is not closed: expected "}"', header);
    readItem(reading, body);
  }
}

/** `{}`, or one argument. */
function inOneLine(reading: Reading, body: Gathering): Body {
  const start = startOfNext(reading);
  if (take(reading, /\}/y) !== undefined) return body;
  const name = expectIdentifier(reading);
  const key = rangeFrom(reading, start);
  if (take(reading, /=(?!=)/y) === undefined)
    refuse(reading, 'expected "=" and a value: a block in one line has one argument');
  addAttribute(name, key, body, reading);
  if (take(reading, /\}/y) === undefined) refuse(reading, 'expected "}": a block in one line has one argument');
  return body;
}
