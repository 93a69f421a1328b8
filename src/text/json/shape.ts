// One pass over a JSON text: how deeply it is nested, how many keys it has, and where its longer parts end.

import { endOfString } from "../scan.ts";

export interface JsonShape {
  /** The offset at which it is nested more deeply than the limit; then the other values are not complete. */
  readonly deep: number | undefined;
  /** Colons outside of strings: one for each key. */
  readonly colons: number;
  /** From the offset of an opening bracket to the offset after the closing one. */
  readonly ends: Map<number, number>;
}

/** Ends of shorter parts are found again as quickly as looked up; of a long text only this many are kept. */
const WORTH_REMEMBERING = 200;
const MOST_REMEMBERED = 5000;

const QUOTE = 0x22;
const COLON = 0x3a;
/** Brackets and braces differ in this bit alone. */
const EITHER = 0x20;
const OPENING = 0x7b;
const CLOSING = 0x7d;

/** `text` is JSON. */
export function shapeOf(text: string, deepest: number): JsonShape {
  const ends = new Map<number, number>();
  const worth = Math.max(WORTH_REMEMBERING, text.length / MOST_REMEMBERED);
  const open: number[] = [];
  let colons = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at) - 1;
    } else if (code === COLON) {
      colons += 1;
    } else if ((code | EITHER) === OPENING) {
      open.push(at);
      if (open.length > deepest) return { deep: at, colons, ends };
    } else if ((code | EITHER) === CLOSING) {
      const start = open.pop() ?? at;
      if (at - start > worth) ends.set(start, at + 1);
    }
  }
  return { deep: undefined, colons, ends };
}
