// One strict pass over the bytes of a long JSON text: whether it is JSON, and where the parts stand that are read late.

import { CLOSES, COMMA, LIST, OBJECT, QUOTE, skipBlanks, standsAt } from "./bytes.ts";
import { NOT, type Passed, passString } from "./characters.ts";
import { COLUMNS, LATE } from "./keys.ts";
import type { LatePart } from "./part.ts";
import { addCell, addRow, endCell, endRow, FIRST_COLUMN, noRows, type Rows } from "./rows.ts";
import { passColon, passValue } from "./values.ts";

export interface Scanned {
  /** In the order of the text. */
  readonly parts: readonly LatePart[];
  readonly isAscii: boolean;
}

interface Word {
  readonly word: string;
  readonly cell: number;
}

/** Indexed by length and first byte; no two words share both. */
type Words = readonly (Word | undefined)[];

/** Of its values there are columns too. */
const INNER = "change";
const NO_CELL = 0;
/** Of all lists together; no real plan has so many. For very short objects the rows would take more memory than the text. */
const MOST_ROWS = 500_000;
const CELLS: readonly Word[] = COLUMNS.map((word, index) => ({ word, cell: FIRST_COLUMN + index }));
const LATE_WORDS = wordsOf(LATE.map((word) => ({ word, cell: NO_CELL })));
const ROW_WORDS = wordsOf(CELLS.filter(({ word }) => !word.includes(".")));
const INNER_WORDS = wordsOf(
  CELLS.flatMap(({ word, cell }) =>
    word.startsWith(`${INNER}.`) ? [{ word: word.slice(INNER.length + 1), cell }] : [],
  ),
);

/** Passes the value of a member, and gives the offset after it. The key has no escapes. */
type Member = (key: number, length: number, value: number) => number;

/**
 * Undefined where the text has to be parsed as a whole, because it may not be JSON, may be nested more deeply than
 * `deepest`, has a column twice in one object, or has escapes in keys that are compared. So every text that is accepted is JSON, and no late part is missed.
 */
export function scan(bytes: Uint8Array, deepest: number): Scanned | undefined {
  const passed: Passed = { escapes: 0, isAscii: true };
  const parts: LatePart[] = [];
  let rowsLeft = MOST_ROWS;
  const end = outside(skipBlanks(bytes, 0), 0);
  return end !== NOT && skipBlanks(bytes, end) === bytes.length ? { parts, isAscii: passed.isAscii } : undefined;

  /** Passes a value outside of late parts, at that depth. */
  function outside(start: number, depth: number): number {
    const byte = bytes[start];
    if (byte === LIST) return eachItem(start, depth, (item) => outside(item, depth + 1));
    if (byte !== OBJECT) return passValue(bytes, start, 0, passed);
    return eachMember(start, depth, (key, length, value) => {
      const isLate = wordAt(LATE_WORDS, bytes, key, length) !== undefined;
      return isLate && isFilled(value) ? part(value, depth + 1) : outside(value, depth + 1);
    });
  }

  function isFilled(start: number): boolean {
    const byte = bytes[start] ?? 0;
    return (byte === OBJECT || byte === LIST) && bytes[skipBlanks(bytes, start + 1)] !== byte + CLOSES;
  }

  function part(start: number, depth: number): number {
    let rows = bytes[start] === LIST ? noRows() : undefined;
    const end =
      rows === undefined ? passValue(bytes, start, deepest - depth, passed) : eachItem(start, depth, passItem);
    if (end !== NOT) parts.push({ start, end, rows });
    return end;

    function passItem(at: number): number {
      if (rows === undefined || bytes[at] !== OBJECT) {
        rows = undefined;
        return passValue(bytes, at, deepest - depth - 1, passed);
      }
      rowsLeft -= 1;
      return rowsLeft < 0 ? NOT : row(rows, at, depth + 1);
    }
  }

  function row(rows: Rows, start: number, depth: number): number {
    addRow(rows, start);
    const end = columns(rows, ROW_WORDS, start, depth);
    endRow(rows, end);
    return end;
  }

  /** Passes an object, and records where its columns begin. */
  function columns(rows: Rows, words: Words, start: number, depth: number): number {
    if (depth === deepest) return NOT;
    let at = skipBlanks(bytes, start + 1);
    if (bytes[at] === OBJECT + CLOSES) return at + 1;
    for (;;) {
      const key = at + 1;
      at = passPlainKey(at);
      if (at === NOT) return NOT;
      const word = wordAt(words, bytes, key, at - 1 - key);
      at = passColon(bytes, at);
      if (at === NOT) return NOT;
      if (word !== undefined && !addCell(rows, word.cell, at)) return NOT;
      if (word?.word === INNER && bytes[at] === OBJECT) at = columns(rows, INNER_WORDS, at, depth + 1);
      else {
        at = passValue(bytes, at, deepest - depth - 1, passed);
        if (word !== undefined) endCell(rows, word.cell, at);
      }
      if (at === NOT) return NOT;
      at = skipBlanks(bytes, at);
      if (bytes[at] === OBJECT + CLOSES) return at + 1;
      if (bytes[at] !== COMMA) return NOT;
      at = skipBlanks(bytes, at + 1);
    }
  }

  /** Past a key; NOT where it has escapes, because keys are compared by their bytes. */
  function passPlainKey(start: number): number {
    const before = passed.escapes;
    const end = bytes[start] === QUOTE ? passString(bytes, start, passed) : NOT;
    return passed.escapes > before ? NOT : end;
  }

  function eachItem(start: number, depth: number, pass: (at: number) => number): number {
    if (depth === deepest) return NOT;
    let at = skipBlanks(bytes, start + 1);
    if (bytes[at] === LIST + CLOSES) return at + 1;
    for (;;) {
      at = pass(at);
      if (at === NOT) return NOT;
      at = skipBlanks(bytes, at);
      if (bytes[at] === LIST + CLOSES) return at + 1;
      if (bytes[at] !== COMMA) return NOT;
      at = skipBlanks(bytes, at + 1);
    }
  }

  /** No key in it may be spelled with escapes. */
  function eachMember(start: number, depth: number, pass: Member): number {
    if (depth === deepest) return NOT;
    let at = skipBlanks(bytes, start + 1);
    if (bytes[at] === OBJECT + CLOSES) return at + 1;
    for (;;) {
      const key = at + 1;
      const end = passPlainKey(at);
      if (end === NOT) return NOT;
      at = passColon(bytes, end);
      if (at !== NOT) at = pass(key, end - 1 - key, at);
      if (at === NOT) return NOT;
      at = skipBlanks(bytes, at);
      if (bytes[at] === OBJECT + CLOSES) return at + 1;
      if (bytes[at] !== COMMA) return NOT;
      at = skipBlanks(bytes, at + 1);
    }
  }
}

function wordsOf(words: readonly Word[]): Words {
  const found: (Word | undefined)[] = [];
  for (const each of words) {
    const place = placeOf(each.word.length, each.word.charCodeAt(0));
    if (found[place] !== undefined) throw new Error(`"${each.word}" and another word are as long and begin alike`);
    found[place] = each;
  }
  return Array.from(found);
}

function placeOf(length: number, first: number): number {
  return length * 128 + first;
}

function wordAt(words: Words, bytes: Uint8Array, start: number, length: number): Word | undefined {
  const first = bytes[start] ?? 0;
  const found = first < 128 ? words[placeOf(length, first)] : undefined;
  return found !== undefined && standsAt(bytes, start, found.word) ? found : undefined;
}
