// Where the objects of a list and the values of their columns begin, as numbers: a long list has no object of JavaScript's for each.

import { COLUMNS, type Column } from "./keys.ts";

/** Of a row, before its columns. */
const START = 0;
const END = 1;
export const FIRST_COLUMN = 2;

const WIDTH = FIRST_COLUMN + COLUMNS.length;
const ROWS_PER_CHUNK = 1024;

export interface Rows {
  length: number;
  readonly chunks: Int32Array[];
}

export function noRows(): Rows {
  return { length: 0, chunks: [] };
}

const cells: ReadonlyMap<string, number> = new Map(COLUMNS.map((name, index) => [name, FIRST_COLUMN + index]));

/** Undefined for what is no column. */
export function cellOfColumn(name: Column): number;
export function cellOfColumn(name: string): number | undefined;
export function cellOfColumn(name: string): number | undefined {
  return cells.get(name);
}

/** Its columns are empty so far. */
export function addRow(rows: Rows, start: number): void {
  if (rows.length % ROWS_PER_CHUNK === 0) rows.chunks.push(new Int32Array(WIDTH * ROWS_PER_CHUNK));
  rows.length += 1;
  set(rows, rows.length - 1, START, start);
}

/** Of the last row. */
export function endRow(rows: Rows, end: number): void {
  set(rows, rows.length - 1, END, end);
}

/** Of the last row; false if something stands there already. */
export function addCell(rows: Rows, cell: number, offset: number): boolean {
  const row = rows.length - 1;
  const isFree = cellOf(rows, row, cell) === 0;
  set(rows, row, cell, offset);
  return isFree;
}

export function startOf(rows: Rows, row: number): number {
  return cellOf(rows, row, START);
}

export function endOf(rows: Rows, row: number): number {
  return cellOf(rows, row, END);
}

/** 0 where nothing stands: no value in a list begins there. */
export function cellOf({ chunks }: Rows, row: number, cell: number): number {
  return chunks[Math.floor(row / ROWS_PER_CHUNK)]?.[(row % ROWS_PER_CHUNK) * WIDTH + cell] ?? 0;
}

/** The cells of a column, of all rows. */
export function cellsOf({ length, chunks }: Rows, cell: number): Int32Array {
  const cells = new Int32Array(length);
  for (let row = 0; row < length; ) {
    const chunk = chunks[row / ROWS_PER_CHUNK] ?? new Int32Array();
    for (let at = cell; at < chunk.length && row < length; at += WIDTH, row += 1) cells[row] = chunk[at] ?? 0;
  }
  return cells;
}

function set({ chunks }: Rows, row: number, cell: number, offset: number): void {
  const chunk = chunks[Math.floor(row / ROWS_PER_CHUNK)];
  if (chunk !== undefined) chunk[(row % ROWS_PER_CHUNK) * WIDTH + cell] = offset;
}
