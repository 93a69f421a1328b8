// Values in the bytes of a JSON text: where they end, and what they are.

import type { Json } from "../../document.ts";

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const BACKSLASH = 0x5c;
export const LIST = 0x5b;
export const OBJECT = 0x7b;
/** What closes a bracket or brace is two characters after it. */
export const CLOSES = 2;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export function textBetween(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end));
}

/** The value that begins there. The bytes are JSON, as in all functions here. */
export function readValue(bytes: Uint8Array, start: number, end = endOfValue(bytes, start)): Json {
  // Most objects of marks are empty.
  if (end - start === 2 && bytes[start] === OBJECT) return {};
  return JSON.parse(textBetween(bytes, start, end));
}

export function skipBlanks(bytes: Uint8Array, start: number): number {
  let at = start;
  for (let byte = bytes[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; byte = bytes[at])
    at += 1;
  return at;
}

/** Past the string whose opening quote stands there. */
export function endOfString(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  for (let byte = bytes[at]; byte !== QUOTE && byte !== undefined; byte = bytes[at]) at += byte === BACKSLASH ? 2 : 1;
  return at + 1;
}

/** `endOf` may know where a list or an object ends that begins at an offset. */
export function endOfValue(bytes: Uint8Array, start: number, endOf?: (start: number) => number | undefined): number {
  const first = bytes[start];
  if (first === QUOTE) return endOfString(bytes, start);
  if (first !== OBJECT && first !== LIST) return endOfWord(bytes, start);
  let depth = 0;
  for (let at = start; at < bytes.length; ) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = endOfString(bytes, at);
      continue;
    }
    if (byte === OBJECT || byte === LIST) {
      const end = endOf?.(at);
      if (end === undefined) depth += 1;
      else at = end - 1;
    } else if (byte === OBJECT + CLOSES || byte === LIST + CLOSES) depth -= 1;
    at += 1;
    if (depth === 0) return at;
  }
  return bytes.length;
}

/** A number, true, false or null. */
function endOfWord(bytes: Uint8Array, start: number): number {
  let at = start;
  for (
    let byte = bytes[at] ?? 0;
    byte > 0x20 && byte !== COMMA && byte !== OBJECT + CLOSES && byte !== LIST + CLOSES;
  ) {
    at += 1;
    byte = bytes[at] ?? 0;
  }
  return at;
}

export function standsAt(bytes: Uint8Array, start: number, word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (bytes[start + index] !== word.charCodeAt(index)) return false;
  }
  return true;
}
