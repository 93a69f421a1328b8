// One strict pass over the bytes of a long JSON text: whether it is JSON, and where the parts stand that are read late.

import { CLOSES, COLON, COMMA, LIST, OBJECT, QUOTE, skipBlanks, standsAt } from "./bytes.ts";
import { NOT, type Passed, passString, passWord } from "./characters.ts";
import { COLUMNS, LATE } from "./keys.ts";
import type { LatePart } from "./part.ts";
import { addCell, addRow, endRow, FIRST_COLUMN, noRows, type Rows } from "./rows.ts";

export interface Scanned {
  /** In the order of the text. */
  readonly parts: readonly LatePart[];
  readonly isAscii: boolean;
}

interface Word {
  readonly word: string;
  readonly cell: number;
}

/** Of its values there are columns too. */
const INNER = "change";
const NO_CELL = 0;
/** Of all lists. No plan has so many; of a list of short objects the rows would take more memory than what they are of. */
const MOST_ROWS = 500_000;
const CELLS: readonly Word[] = COLUMNS.map((word, index) => ({ word, cell: FIRST_COLUMN + index }));
const LATE_WORDS = byLength(LATE.map((word) => ({ word, cell: NO_CELL })));
const ROW_WORDS = byLength(CELLS.filter(({ word }) => !word.includes(".")));
const INNER_WORDS = byLength(
  CELLS.flatMap(({ word, cell }) =>
    word.startsWith(`${INNER}.`) ? [{ word: word.slice(INNER.length + 1), cell }] : [],
  ),
);

/**
 * Undefined where only who reads all of it can say what the bytes are: they may be no JSON, or nested more deeply than
 * `deepest`; or what is looked for stands there twice, or may be spelled with escapes.
 */
export function scan(bytes: Uint8Array, deepest: number): Scanned | undefined {
  const passed: Passed = { escapes: 0, isAscii: true };
  const parts: LatePart[] = [];
  const open = new Uint8Array(deepest + 1);
  let depth = 0;
  let expected: "value" | "key" | "end" = "value";
  /** What the value at hand is by its key: a part, the value of a column. */
  let isLate = false;
  let cell = NO_CELL;
  /** The part around: where it begins, how deep it stands, its rows. */
  let partStart = 0;
  let partDepth = NOT;
  let rows: Rows | undefined;
  let isInner = false;
  let rowsLeft = MOST_ROWS;

  for (let at = skipBlanks(bytes, 0); ; ) {
    const byte = bytes[at] ?? 0;
    if (rows !== undefined) {
      if (depth === partDepth + 1) {
        if (byte === OBJECT) addRow(rows, at);
        else rows = undefined;
        rowsLeft -= 1;
        if (rowsLeft < 0) return undefined;
      } else if (cell !== NO_CELL && !addCell(rows, cell, at)) return undefined;
    }
    if (byte === OBJECT || byte === LIST) {
      if (depth === deepest) return undefined;
      const inside = skipBlanks(bytes, at + 1);
      if (bytes[inside] === byte + CLOSES) {
        at = inside + 1;
        if (rows !== undefined && depth === partDepth + 1) endRow(rows, at);
        expected = "end";
      } else {
        if (isLate) {
          partStart = at;
          partDepth = depth;
          rows = byte === LIST ? noRows() : undefined;
        }
        depth += 1;
        open[depth] = byte;
        at = inside;
        expected = byte === LIST ? "value" : "key";
      }
    } else {
      at = byte === QUOTE ? passString(bytes, at, passed) : passWord(bytes, at);
      if (at === NOT) return undefined;
      expected = "end";
    }
    isLate = false;
    cell = NO_CELL;

    while (expected === "end") {
      at = skipBlanks(bytes, at);
      if (depth === 0) {
        return at === bytes.length ? { parts, isAscii: passed.isAscii } : undefined;
      }
      const next = bytes[at];
      const container = open[depth] ?? 0;
      at += 1;
      if (next === COMMA) {
        at = skipBlanks(bytes, at);
        expected = container === LIST ? "value" : "key";
      } else if (next === container + CLOSES) {
        depth -= 1;
        if (depth === partDepth) {
          parts.push({ start: partStart, end: at, rows });
          partDepth = NOT;
          rows = undefined;
        } else if (rows !== undefined && depth === partDepth + 1) endRow(rows, at);
      } else return undefined;
    }

    if (expected === "key") {
      if (bytes[at] !== QUOTE) return undefined;
      const start = at + 1;
      const before = passed.escapes;
      at = passString(bytes, at, passed);
      if (at === NOT) return undefined;
      const length = at - 1 - start;
      at = skipBlanks(bytes, at);
      if (bytes[at] !== COLON) return undefined;
      at = skipBlanks(bytes, at + 1);
      if (partDepth === NOT) {
        if (passed.escapes > before) return undefined;
        isLate = wordAt(LATE_WORDS, bytes, start, length) !== undefined;
      } else if (rows !== undefined) {
        const isOfRow = depth === partDepth + 2;
        if (isOfRow || (isInner && depth === partDepth + 3)) {
          if (passed.escapes > before) return undefined;
          const found = wordAt(isOfRow ? ROW_WORDS : INNER_WORDS, bytes, start, length);
          if (isOfRow) isInner = found?.word === INNER;
          cell = found?.cell ?? NO_CELL;
        }
      }
    }
  }
}

function byLength(words: readonly Word[]): readonly (readonly Word[])[] {
  const longest = Math.max(...words.map(({ word }) => word.length));
  return Array.from({ length: longest + 1 }, (_, length) => words.filter(({ word }) => word.length === length));
}

function wordAt(words: readonly (readonly Word[])[], bytes: Uint8Array, start: number, length: number) {
  return length < words.length ? words[length]?.find(({ word }) => standsAt(bytes, start, word)) : undefined;
}
