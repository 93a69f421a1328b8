// The objects of a list, asked for single values: of a list that is read late no object is made for that.

import { entry, isList, isObject, type Json, type Path } from "../../document.ts";
import { byteBuffer } from "./buffer.ts";
import { CLOSES, COMMA, endOfValue, LIST, mayHoldWord, OBJECT, QUOTE, readValue, textBetween } from "./bytes.ts";
import type { Column } from "./keys.ts";
import { type LateRows, lateRows } from "./list.ts";
import { cellOf, cellOfColumn, cellsOf, endOf, startOf } from "./rows.ts";

export interface Items {
  readonly length: number;
  /** What stands in a column of each. */
  column(name: Column): readonly (Json | undefined)[];
  at(index: number, column: Column): Json | undefined;
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
      const { bytes, rows } = late;
      return mayHoldWord(bytes, startOf(rows, step), endOf(rows, step), word);
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
    isObjectAt: (index, column) => isObject(at(index, column)),
  };
}

function lateItems({ bytes, rows }: LateRows): Items {
  const offset = (row: number, column: Column) => cellOf(rows, row, cellOfColumn(column));
  const at = (row: number, column: Column) => {
    const start = offset(row, column);
    return start === 0 ? undefined : readValue(bytes, start);
  };

  return {
    length: rows.length,
    column: (name) => column(bytes, cellsOf(rows, cellOfColumn(name))),
    at,
    isObjectAt: (row, column) => bytes[offset(row, column)] === OBJECT && offset(row, column) > 0,
  };
}

/** What begins at each offset; undefined at 0. Scalars are read at once, which is much quicker than one by one, and what is repeated once. */
function column(bytes: Uint8Array, starts: Int32Array): readonly (Json | undefined)[] {
  const written = byteBuffer();
  /** Of each, the number of its scalar among those that are written; of the others none. */
  const numbers = new Int32Array(starts.length);
  let number = 0;
  let [before, past] = [0, 0];
  for (let row = 0; row < starts.length; row += 1) {
    const start = starts[row] ?? 0;
    if (start === 0 || bytes[start] === LIST || bytes[start] === OBJECT) continue;
    if (number === 0 || !isSame(bytes, before, past, start)) {
      before = start;
      past = endOfValue(bytes, start);
      written.addByte(number === 0 ? LIST : COMMA);
      written.add(bytes, start, past);
      number += 1;
    }
    numbers[row] = number;
  }
  if (number === 0) written.addByte(LIST);
  written.addByte(LIST + CLOSES);
  const scalars: readonly Json[] = JSON.parse(textBetween(written.bytes(), 0, written.bytes().length));
  const values: (Json | undefined)[] = [];
  for (let row = 0; row < starts.length; row += 1) {
    const [start = 0, number = 0] = [starts[row], numbers[row]];
    values.push(number > 0 ? scalars[number - 1] : start === 0 ? undefined : readValue(bytes, start));
  }
  return values;
}

/** Does the scalar from `start` to `end` stand at the other offset too? */
function isSame(bytes: Uint8Array, start: number, end: number, other: number): boolean {
  const length = end - start;
  for (let index = 0; index < length; index += 1) if (bytes[start + index] !== bytes[other + index]) return false;
  // A number may go on.
  return bytes[start] === QUOTE || endOfValue(bytes, other) === other + length;
}
