// Reads single values of the objects of a list; in a list that is read late, without parsing the objects.

import { entry, isList, isObject, type Json, type Path } from "../../document.ts";
import { byteBuffer } from "./buffer.ts";
import { CLOSES, COMMA, endOfValue, LIST, OBJECT, QUOTE, readValue, textBetween } from "./bytes.ts";
import type { Column } from "./keys.ts";
import { type LateRows, lateRows } from "./list.ts";
import { cellOf, cellOfColumn, cellsOf, endOfCell } from "./rows.ts";
import { rowsWith } from "./words.ts";

export interface Items {
  readonly length: number;
  /** What stands in a column of each; equal ones may be one object. */
  column(name: Column): readonly (Json | undefined)[];
  at(index: number, column: Column): Json | undefined;
  /** What the object in a column has at a key: of a long one hardly more is read. */
  entryAt(index: number, column: Column, key: string): Json | undefined;
  isObjectAt(index: number, column: Column): boolean;
}

/** None where no list stands. */
export function itemsOf(list: Json | undefined): Items {
  if (!isList(list)) return wholeItems([]);
  const late = lateRows(list);
  return late === undefined ? wholeItems(list) : lateItems(late);
}

/** False: no text or key at the path, or below it, has the ASCII word in it. */
export function mayHold(value: Json, path: Path, word: string): boolean {
  let found: Json | undefined = value;
  for (const step of path) {
    const late = isList(found) ? lateRows(found) : undefined;
    if (late !== undefined && typeof step === "number") {
      return rowsWith(word, late)[step] !== 0;
    }
    found = entry(found, step);
  }
  return true;
}

export function wholeItems(list: readonly (Json | undefined)[]): Items {
  const at = (index: number, column: Column) => column.split(".").reduce<Json | undefined>(entry, list[index]);
  return {
    length: list.length,
    column: (name) => list.map((_, index) => at(index, name)),
    at,
    entryAt: (index, column, key) => entry(at(index, column), key),
    isObjectAt: (index, column) => isObject(at(index, column)),
  };
}

function lateItems({ bytes, rows }: LateRows): Items {
  const at = (row: number, column: Column) => {
    const cell = cellOfColumn(column);
    const start = cellOf(rows, row, cell);
    return start === 0 ? undefined : readValue(bytes, start, endOfCell(rows, row, cell));
  };

  return {
    length: rows.length,
    column: (name) => column(bytes, cellsOf(rows, cellOfColumn(name)), rows.length),
    at,
    entryAt(row, column, key) {
      const cell = cellOfColumn(column);
      const start = cellOf(rows, row, cell);
      if (bytes[start] !== OBJECT || start === 0) return undefined;
      const text = textBetween(bytes, start, endOfCell(rows, row, cell) ?? endOfValue(bytes, start));
      // An escape may spell any key.
      return text.includes(JSON.stringify(key)) || text.includes("\\u") ? entry(JSON.parse(text), key) : undefined;
    },
    isObjectAt(row, column) {
      const start = cellOf(rows, row, cellOfColumn(column));
      return bytes[start] === OBJECT && start > 0;
    },
  };
}

/** What begins at each offset; undefined at 0. Scalars are read at once, which is much quicker than one by one, and what is repeated once. */
function column(bytes: Uint8Array, starts: Int32Array | undefined, length: number): readonly (Json | undefined)[] {
  const values: (Json | undefined)[] = new Array(length).fill(undefined);
  if (starts === undefined) return values;
  const written = byteBuffer();
  /** Of each, the number of its scalar among those that are written; of the others none. */
  const numbers = new Int32Array(length);
  let number = 0;
  /** The last scalar, and the last list or object. */
  let scalar = { start: 0, end: 0 };
  let whole: { readonly start: number; readonly end: number; readonly value: Json } | undefined;
  for (let row = 0; row < length; row += 1) {
    const start = starts[row] ?? 0;
    if (start === 0) continue;
    if (bytes[start] === LIST || bytes[start] === OBJECT) {
      if (whole === undefined || !isSame(bytes, whole.start, whole.end, start)) {
        const end = endOfValue(bytes, start);
        whole = { start, end, value: readValue(bytes, start, end) };
      }
      values[row] = whole.value;
      continue;
    }
    if (number === 0 || !isSame(bytes, scalar.start, scalar.end, start)) {
      scalar = { start, end: endOfValue(bytes, start) };
      written.addByte(number === 0 ? LIST : COMMA);
      written.add(bytes, scalar.start, scalar.end);
      number += 1;
    }
    numbers[row] = number;
  }
  if (number === 0) return values;
  written.addByte(LIST + CLOSES);
  const scalars: readonly Json[] = JSON.parse(textBetween(written.bytes(), 0, written.bytes().length));
  for (let row = 0; row < length; row += 1) {
    const number = numbers[row] ?? 0;
    if (number > 0) values[row] = scalars[number - 1];
  }
  return values;
}

/** Does the value from `start` to `end` stand at the other offset too? */
function isSame(bytes: Uint8Array, start: number, end: number, other: number): boolean {
  const length = end - start;
  for (let index = 0; index < length; index += 1) if (bytes[start + index] !== bytes[other + index]) return false;
  const first = bytes[start];
  // A number may go on.
  return first === QUOTE || first === OBJECT || first === LIST || endOfValue(bytes, other) === other + length;
}
