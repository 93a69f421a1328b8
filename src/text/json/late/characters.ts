// Strings, numbers and words in bytes that may be no JSON and no UTF-8: where each ends, if it is one.

import { BACKSLASH, QUOTE, standsAt } from "./bytes.ts";

/** What the strings that were passed held. */
export interface Passed {
  escapes: number;
  isAscii: boolean;
}

/** Where a value is none. */
export const NOT = -1;

/** Of a string: all but what stands for itself. */
const SPECIAL = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x20 || byte === QUOTE || byte === BACKSLASH || byte >= 0x80 ? 1 : 0,
);
const ESCAPED = new Set(Array.from('"\\/bfnrt', (each) => each.charCodeAt(0)));

/** Past the string whose opening quote stands there. */
export function passString(bytes: Uint8Array, start: number, passed: Passed): number {
  for (let at = start + 1; ; ) {
    let byte = bytes[at] ?? 0;
    while (SPECIAL[byte] === 0) {
      at += 1;
      byte = bytes[at] ?? 0;
    }
    if (byte === QUOTE) return at + 1;
    if (byte === BACKSLASH) {
      passed.escapes += 1;
      at = passEscape(bytes, at);
    } else if (byte >= 0x80) {
      passed.isAscii = false;
      at = passCharacter(bytes, at);
    } else return NOT;
    if (at === NOT) return NOT;
  }
}

function passEscape(bytes: Uint8Array, start: number): number {
  const escaped = bytes[start + 1] ?? 0;
  if (escaped !== 0x75) return ESCAPED.has(escaped) ? start + 2 : NOT;
  for (let at = start + 2; at < start + 6; at += 1) {
    const digit = (bytes[at] ?? 0) | 0x20;
    if (!((digit >= 0x30 && digit <= 0x39 && (bytes[at] ?? 0) === digit) || (digit >= 0x61 && digit <= 0x66)))
      return NOT;
  }
  return start + 6;
}

/** https://datatracker.ietf.org/doc/html/rfc3629#section-4. U+FFFD is none: who reads the whole text tells of it. */
function passCharacter(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  const follows = (offset: number) => ((bytes[at + offset] ?? 0) & 0xc0) === 0x80;
  if (!follows(1) || first < 0xc2 || first > 0xf4) return NOT;
  if (first < 0xe0) return at + 2;
  if (!follows(2)) return NOT;
  if (first < 0xf0) {
    const isOverlong = first === 0xe0 && second < 0xa0;
    const isSurrogate = first === 0xed && second > 0x9f;
    const isReplacement = first === 0xef && second === 0xbf && bytes[at + 2] === 0xbd;
    return isOverlong || isSurrogate || isReplacement ? NOT : at + 3;
  }
  const isBeyond = (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f);
  return !follows(3) || isBeyond ? NOT : at + 4;
}

/** Past the number, `true`, `false` or `null` that begins there. */
export function passWord(bytes: Uint8Array, start: number): number {
  const first = bytes[start] ?? 0;
  if (first === 0x74) return standsAt(bytes, start, "true") ? start + 4 : NOT;
  if (first === 0x66) return standsAt(bytes, start, "false") ? start + 5 : NOT;
  if (first === 0x6e) return standsAt(bytes, start, "null") ? start + 4 : NOT;
  let at = start + (first === 0x2d ? 1 : 0);
  at = bytes[at] === 0x30 ? at + 1 : passDigits(bytes, at);
  if (at !== NOT && bytes[at] === 0x2e) at = passDigits(bytes, at + 1);
  if (at !== NOT && ((bytes[at] ?? 0) | 0x20) === 0x65) {
    const sign = bytes[at + 1];
    at = passDigits(bytes, at + (sign === 0x2b || sign === 0x2d ? 2 : 1));
  }
  return at;
}

/** One at least. */
function passDigits(bytes: Uint8Array, start: number): number {
  let at = start;
  for (let byte = bytes[at] ?? 0; byte >= 0x30 && byte <= 0x39; byte = bytes[at] ?? 0) at += 1;
  return at === start ? NOT : at;
}
