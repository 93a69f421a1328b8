// A value in bytes that may be no JSON: where it ends, if it is one.

import { CLOSES, COLON, COMMA, LIST, OBJECT, QUOTE, skipBlanks } from "./bytes.ts";
import { NOT, type Passed, passString, passWord } from "./characters.ts";

/** What is open around the value at hand. */
let open = new Uint8Array(0);

/** Past the value that begins there, nested no more than so many levels. */
export function passValue(bytes: Uint8Array, start: number, levels: number, passed: Passed): number {
  const first = bytes[start];
  if (first === QUOTE) return passString(bytes, start, passed);
  if (first !== OBJECT && first !== LIST) return passWord(bytes, start);
  if (levels >= open.length) open = new Uint8Array(levels + 1);
  let depth = 0;
  let at = start;
  for (;;) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) at = passString(bytes, at, passed);
    else if (byte === OBJECT || byte === LIST) {
      if (depth === levels) return NOT;
      at = skipBlanks(bytes, at + 1);
      if (bytes[at] !== byte + CLOSES) {
        open[depth] = byte;
        depth += 1;
        if (byte === OBJECT) at = passKey(bytes, at, passed);
        if (at === NOT) return NOT;
        continue;
      }
      at += 1;
    } else at = passWord(bytes, at);
    if (at === NOT) return NOT;

    for (;;) {
      if (depth === 0) return at;
      const container = open[depth - 1] ?? 0;
      at = skipBlanks(bytes, at);
      const next = bytes[at];
      at += 1;
      if (next === COMMA) {
        at = skipBlanks(bytes, at);
        if (container === OBJECT) at = passKey(bytes, at, passed);
        if (at === NOT) return NOT;
        break;
      }
      if (next !== container + CLOSES) return NOT;
      depth -= 1;
    }
  }
}

/** To the value of the key that begins there. */
function passKey(bytes: Uint8Array, start: number, passed: Passed): number {
  if (bytes[start] !== QUOTE) return NOT;
  const past = passString(bytes, start, passed);
  return past === NOT ? NOT : passColon(bytes, past);
}

/** From past a key to its value. */
export function passColon(bytes: Uint8Array, start: number): number {
  const at = skipBlanks(bytes, start);
  return bytes[at] === COLON ? skipBlanks(bytes, at + 1) : NOT;
}
