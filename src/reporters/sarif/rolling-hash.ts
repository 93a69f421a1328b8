// The hash by which GitHub finds a line again after an edit: CodeQL's rolling hash, as `upload-sarif` computes it.

/** https://github.com/github/codeql-action/blob/main/src/fingerprints.ts: a polynomial modulo 2^64 over a window of characters. */
const WINDOW = 100;
const BASE = 37;
const END_OF_FILE = 0xffff;
const [TAB, LF, CR, SPACE] = [0x09, 0x0a, 0x0d, 0x20];

const HALF = 2 ** 32;
/** By what the character counts that leaves the window: the lower half. */
const LEAVING = Number(BigInt.asIntN(32, BigInt(BASE) ** BigInt(WINDOW)));

/**
 * The hashes of some lines, the first being 0: over the next 100 characters from the line's start (UTF-16; without
 * spaces and tabs, every line break one LF, zeros past the end), with a counter for lines that have the same.
 */
export function lineHashes(text: string, lines: ReadonlySet<number>): ReadonlyMap<number, string> {
  const { characters, lineStarts } = significant(text);
  const halves = lowerHalves(characters, lineStarts);
  // Most lines cannot have a hash that is asked for: what a few bits of it say already.
  const mayHave = new Uint8Array(2 ** 16);
  const mask = mayHave.length - 1;
  let last = -1;
  for (const line of lines) {
    mayHave[(halves[line] ?? 0) & mask] = 1;
    last = Math.max(last, line);
  }
  const hashes = new Map<number, string>();
  const seen = new Map<string, number>();
  for (let line = 0; line <= last && line < halves.length; line++) {
    if (mayHave[(halves[line] ?? 0) & mask] === 0) continue;
    const hash = windowHash(characters, lineStarts[line] ?? 0);
    const times = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, times);
    if (lines.has(line)) hashes.set(line, `${hash}:${times}`);
  }
  return hashes;
}

/** The characters that count, with zeros around them, and where lines start among them. */
function significant(text: string): { readonly characters: Uint16Array; readonly lineStarts: readonly number[] } {
  const characters = new Uint16Array(WINDOW + text.length + 1 + WINDOW);
  const lineStarts = [WINDOW];
  let end = WINDOW;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === SPACE || code === TAB) continue;
    if (code === CR && text.charCodeAt(index + 1) === LF) continue;
    const isBreak = code === LF || code === CR;
    characters[end++] = isBreak ? LF : code;
    if (isBreak) lineStarts.push(end);
  }
  characters[end] = END_OF_FILE;
  return { characters, lineStarts };
}

/** Of the hash of each line the lower 32 bits, which need no others and are quick to roll on. */
function lowerHalves(characters: Uint16Array, lineStarts: readonly number[]): Int32Array {
  const halves = new Int32Array(lineStarts.length);
  let hash = 0;
  for (let index = WINDOW, line = 0; line < halves.length; index++) {
    if (index === (lineStarts[line] ?? 0) + WINDOW) halves[line++] = hash;
    const leaving = characters[index - WINDOW] ?? 0;
    hash = (Math.imul(hash, BASE) + (characters[index] ?? 0) - Math.imul(LEAVING, leaving)) | 0;
  }
  return halves;
}

/** The whole hash of a window, in hexadecimal: of two halves, for doubles hold each step of these exactly. */
function windowHash(characters: Uint16Array, start: number): string {
  let [high, low] = [0, 0];
  for (let index = start; index < start + WINDOW; index++) {
    const sum = low * BASE + (characters[index] ?? 0);
    const carry = Math.floor(sum / HALF);
    low = sum - carry * HALF;
    high = (high * BASE + carry) % HALF;
  }
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
}
