// Which rows of a list that is read late can contain a word: all are searched at once, when somebody first asks.

import { BACKSLASH } from "./bytes.ts";
import type { LateRows } from "./list.ts";
import { endOf, type Rows, startOf } from "./rows.ts";

/** Of characters; it may spell any. */
const ESCAPE = "\\u";
const BLOCK = 65_536;

const known = new WeakMap<Rows, Map<string, Uint8Array>>();

/** By rows: 0 where no text or key has the ASCII word in it. */
export function rowsWith(word: string, { bytes, rows }: LateRows): Uint8Array {
  const all = known.get(rows) ?? new Map<string, Uint8Array>();
  known.set(rows, all);
  const before = all.get(word);
  if (before !== undefined) return before;
  const marks = new Uint8Array(rows.length);
  for (const each of [word, ESCAPE]) markRows(marks, each, bytes, rows);
  all.set(word, marks);
  return marks;
}

function markRows(marks: Uint8Array, word: string, bytes: Uint8Array, rows: Rows): void {
  // A character for each byte, so that offsets are the same.
  const decoder = new TextDecoder("latin1");
  const end = endOf(rows, rows.length - 1);
  let row = 0;
  for (let start = startOf(rows, 0); start < end; start += BLOCK) {
    // A word may stand across the end of a block.
    const text = decoder.decode(bytes.subarray(start, Math.min(start + BLOCK + word.length - 1, end)));
    for (let found = text.indexOf(word); found >= 0; ) {
      const isSpelled = word !== ESCAPE || !isEscaped(bytes, start + found);
      while (endOf(rows, row) <= start + found) row += 1;
      if (isSpelled) marks[row] = 1;
      found = text.indexOf(word, isSpelled ? endOf(rows, row) - start : found + 1);
    }
  }
}

/** Does a backslash before it make this one stand for itself? */
function isEscaped(bytes: Uint8Array, offset: number): boolean {
  let before = 0;
  while (bytes[offset - 1 - before] === BACKSLASH) before += 1;
  return before % 2 === 1;
}
