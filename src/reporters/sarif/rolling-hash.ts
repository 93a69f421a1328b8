// The hash by which GitHub finds a line again after an edit: CodeQL's rolling hash, as `upload-sarif` computes it.

/** https://github.com/github/codeql-action/blob/main/src/fingerprints.ts: a polynomial modulo 2^64 over a window of characters. */
const WINDOW = 100;
const BASE = 37;
const END_OF_FILE = 0xffff;

/** A number below 2^64 as two of 32 bits: doubles hold each step exactly. */
interface Word {
  readonly high: number;
  readonly low: number;
}

const HALF = 2 ** 32;
const LEAVING = power(WINDOW);

/**
 * One hash a line, the first line's first: over the next 100 characters from the line's start (UTF-16; without
 * spaces and tabs, every line break one LF, zeros past the end), with a counter for lines that have the same.
 */
export function lineHashes(text: string): readonly string[] {
  const { characters, lineStarts } = significant(text);
  const seen = new Map<string, number>();
  const hashes: string[] = [];
  let hash: Word = { high: 0, low: 0 };
  for (let index = 0; hashes.length < lineStarts.length; index++) {
    if (index === (lineStarts[hashes.length] ?? 0) + WINDOW) {
      const digits = hexadecimal(hash);
      const times = (seen.get(digits) ?? 0) + 1;
      seen.set(digits, times);
      hashes.push(`${digits}:${times}`);
    }
    hash = roll(hash, characters[index] ?? 0, characters[index - WINDOW] ?? 0);
  }
  return hashes;
}

function significant(text: string): { readonly characters: Uint16Array; readonly lineStarts: readonly number[] } {
  const kept = text.replace(/\r\n?/g, "\n").replace(/[ \t]/g, "");
  const characters = new Uint16Array(kept.length + 1);
  const lineStarts = [0];
  for (let index = 0; index < kept.length; index++) {
    characters[index] = kept.charCodeAt(index);
    if (kept[index] === "\n") lineStarts.push(index + 1);
  }
  characters[kept.length] = END_OF_FILE;
  return { characters, lineStarts };
}

function roll(hash: Word, entering: number, leaving: number): Word {
  return reduced(hash.high * BASE - LEAVING.high * leaving, hash.low * BASE + entering - LEAVING.low * leaving);
}

function power(exponent: number): Word {
  let word: Word = { high: 0, low: 1 };
  for (let times = 0; times < exponent; times++) word = reduced(word.high * BASE, word.low * BASE);
  return word;
}

function reduced(high: number, low: number): Word {
  const carry = Math.floor(low / HALF);
  const sum = high + carry;
  return { high: sum - Math.floor(sum / HALF) * HALF, low: low - carry * HALF };
}

function hexadecimal({ high, low }: Word): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
}
