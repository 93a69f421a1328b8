// Converts between offsets in UTF-8 bytes and in UTF-16 code units.

import { countUpTo } from "../../source.ts";

export interface Units {
  /** In UTF-16, of a character that begins at the byte. */
  at(byte: number): number;
  /** The other way round. */
  byteAt(unit: number): number;
}

/** The bytes are ASCII. */
export const SAME: Units = { at: (byte) => byte, byteAt: (unit) => unit };

const BYTES_PER_BLOCK = 4096;

/** The bytes are UTF-8. */
export function unitsOf(bytes: Uint8Array): Units {
  let counted: readonly number[] | undefined;
  const blocks = () => {
    counted ??= countBlocks(bytes);
    return counted;
  };
  return {
    at(byte) {
      const block = Math.floor(byte / BYTES_PER_BLOCK);
      return (blocks()[block] ?? 0) + count(bytes, block * BYTES_PER_BLOCK, byte);
    },
    byteAt(unit) {
      const block = countUpTo(blocks(), unit) - 1;
      let units = blocks()[block] ?? 0;
      let byte = block * BYTES_PER_BLOCK;
      while (byte < bytes.length && units < unit) {
        units += unitsOfByte(bytes[byte] ?? 0);
        byte += 1;
      }
      while (byte < bytes.length && isWithinCharacter(bytes[byte] ?? 0)) byte += 1;
      return byte;
    },
  };
}

/** Units of all characters that begin before each block. */
function countBlocks(bytes: Uint8Array): readonly number[] {
  const before = [0];
  let units = 0;
  for (let start = 0; start < bytes.length; start += BYTES_PER_BLOCK) {
    units += count(bytes, start, Math.min(start + BYTES_PER_BLOCK, bytes.length));
    before.push(units);
  }
  return before;
}

function count(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let at = start; at < end; at += 1) units += unitsOfByte(bytes[at] ?? 0);
  return units;
}

/** Of the character that begins with it; what four bytes spell takes two units. */
function unitsOfByte(byte: number): number {
  if (isWithinCharacter(byte)) return 0;
  return byte >= 0xf0 ? 2 : 1;
}

function isWithinCharacter(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
