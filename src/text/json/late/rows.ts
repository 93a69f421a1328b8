// A table of offsets: where the objects of a list and the values of their columns begin. Numbers in a few arrays, because a JavaScript object for each entry of a long list would take too much memory.

import { COLUMNS, type Column, LONG } from "./keys.ts";

/** Of a row, before its columns. */
const START = 0;
const END = 1;
export const FIRST_COLUMN = 2;
/** Past the value of a long column, in the order of `LONG`. */
const FIRST_END = FIRST_COLUMN + COLUMNS.length;
const FIRST_ROOM = 64;

export interface Rows {
  length: number;
  /** By cell, then by row. Most lists have few columns: of the others there is nothing. */
  readonly cells: (Int32Array | undefined)[];
}

export function noRows(): Rows {
  return { length: 0, cells: new Array(FIRST_END + LONG.length).fill(undefined) };
}

const cells: ReadonlyMap<string, number> = new Map(COLUMNS.map((name, index) => [name, FIRST_COLUMN + index]));
const ends: readonly (number | undefined)[] = Array.from({ length: FIRST_END }, (_, cell) => {
  const index = LONG.findIndex((name) => cells.get(name) === cell);
  return index < 0 ? undefined : FIRST_END + index;
});

/** Undefined for what is no column. */
export function cellOfColumn(name: Column): number;
export function cellOfColumn(name: string): number | undefined;
export function cellOfColumn(name: string): number | undefined {
  return cells.get(name);
}

/** Its columns are empty so far. */
export function addRow(rows: Rows, start: number): void {
  rows.length += 1;
  set(rows, START, start);
}

/** Of the last row. */
export function endRow(rows: Rows, end: number): void {
  set(rows, END, end);
}

/** Of the last row; false if something stands there already. */
export function addCell(rows: Rows, cell: number, offset: number): boolean {
  const isFree = cellOf(rows, rows.length - 1, cell) === 0;
  set(rows, cell, offset);
  return isFree;
}

/** Of the last row. Of short columns ends are found as quickly as remembered. */
export function endCell(rows: Rows, cell: number, end: number): void {
  const cellOfEnd = ends[cell];
  if (cellOfEnd !== undefined) set(rows, cellOfEnd, end);
}

export function startOf(rows: Rows, row: number): number {
  return cellOf(rows, row, START);
}

export function endOf(rows: Rows, row: number): number {
  return cellOf(rows, row, END);
}

/** 0 where nothing stands: no value in a list begins there. */
export function cellOf(rows: Rows, row: number, cell: number): number {
  return rows.cells[cell]?.[row] ?? 0;
}

/** Past what begins at a cell; undefined where that is not remembered. */
export function endOfCell(rows: Rows, row: number, cell: number): number | undefined {
  const cellOfEnd = ends[cell];
  return cellOfEnd === undefined ? undefined : rows.cells[cellOfEnd]?.[row];
}

/** The cells of a column, which may end before the rows do; undefined where no row has any. */
export function cellsOf(rows: Rows, cell: number): Int32Array | undefined {
  return rows.cells[cell];
}

function set(rows: Rows, cell: number, offset: number): void {
  const row = rows.length - 1;
  let all = rows.cells[cell];
  if (all === undefined || row >= all.length) {
    const longer = new Int32Array(Math.max(FIRST_ROOM, 2 * row));
    if (all !== undefined) longer.set(all);
    all = longer;
    rows.cells[cell] = all;
  }
  all[row] = offset;
}
