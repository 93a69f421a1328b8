// The objects of a list, asked for single values: of a list that is read late no object is made for that.

import { entry, isList, isObject, type Json, type Path } from "../../document.ts";
import { byteBuffer } from "./buffer.ts";
import { endOfValue, LIST, mayHoldWord, OBJECT, QUOTE, readValue, textBetween } from "./bytes.ts";
import { COLUMNS, type Column } from "./keys.ts";
import { type LateRows, lateRows } from "./list.ts";
import { cellOf, cellsOf, endOf, FIRST_COLUMN, startOf } from "./rows.ts";

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

const cells: ReadonlyMap<string, number> = new Map(COLUMNS.map((name, index) => [name, FIRST_COLUMN + index]));

function lateItems({ bytes, rows }: LateRows): Items {
  const offset = (row: number, column: Column) => cellOf(rows, row, cells.get(column) ?? 0);
  const at = (row: number, column: Column) => {
    const start = offset(row, column);
    return start === 0 ? undefined : readValue(bytes, start);
  };

  return {
    length: rows.length,
    column: (name) => column(bytes, cellsOf(rows, cells.get(name) ?? 0)),
    at,
    isObjectAt: (row, column) => bytes[offset(row, column)] === OBJECT && offset(row, column) > 0,
  };
}

/** What begins at each offset; undefined at 0. Scalars are read at once, which is much quicker than one by one, and what is repeated once. */
function column(bytes: Uint8Array, starts: Int32Array): readonly (Json | undefined)[] {
  const scalars = byteBuffer();
  let before = "[";
  let [start, end] = [0, 0];
  const isRead = starts.map((next) => {
    if (next === 0 || bytes[next] === LIST || bytes[next] === OBJECT) return 0;
    if (start > 0 && isSame(bytes, start, end, next)) return 1;
    [start, end] = [next, endOfValue(bytes, next)];
    scalars.addText(before);
    scalars.add(bytes, start, end);
    before = ",";
    return 2;
  });
  scalars.addText(before === "[" ? "[]" : "]");
  const read: readonly Json[] = JSON.parse(textBetween(scalars.bytes(), 0, scalars.bytes().length));
  let last = -1;
  return Array.from(starts, (start, row) => {
    if (isRead[row] === 0) return start === 0 ? undefined : readValue(bytes, start);
    last += isRead[row] === 2 ? 1 : 0;
    return read[last];
  });
}

/** Does the scalar from `start` to `end` stand at the other offset too? */
function isSame(bytes: Uint8Array, start: number, end: number, other: number): boolean {
  const length = end - start;
  for (let index = 0; index < length; index += 1) if (bytes[start + index] !== bytes[other + index]) return false;
  // A number may go on.
  return bytes[start] === QUOTE || endOfValue(bytes, other) === other + length;
}
