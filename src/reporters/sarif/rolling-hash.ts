// The hash by which GitHub finds a line again after an edit: CodeQL's rolling hash, as `upload-sarif` computes it.

/** https://github.com/github/codeql-action/blob/main/src/fingerprints.ts: a polynomial modulo 2^64 over a window of characters. */
const WINDOW = 100;
const BASE = 37;
const END_OF_FILE = 0xffff;
// One by one, for then the bundler writes the numbers into the loops.
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const HALF = 2 ** 32;

/**
 * The hashes of some lines, the first being 0: over the next 100 characters from the line's start (UTF-16; without
 * spaces and tabs, every line break one LF, zeros past the end), with a counter for lines that have the same.
 */
export function lineHashes(text: string, lines: ReadonlySet<number>): ReadonlyMap<number, string> {
  const { characters, lineStarts } = significant(text);
  const hashes = new Map<number, string>();
  const seen = new Map<string, number>();
  for (const line of linesLike(lines, characters, lineStarts)) {
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

/** The lines up to the last of these, in order, that may have the hash of one of them: of most a few bits say that they do not. */
function linesLike(
  lines: ReadonlySet<number>,
  characters: Uint16Array,
  lineStarts: readonly number[],
): readonly number[] {
  const asked = [...lines].filter((line) => line < lineStarts.length);
  const end = asked.reduce((last, line) => Math.max(last, line + 1), 0);
  const bits = new Uint8Array(2 ** 16);
  const mask = bits.length - 1;
  for (const line of asked) bits[lowerHalf(characters, lineStarts[line] ?? 0) & mask] = 1;
  // By what the character counts that leaves the window.
  let factor = 1;
  for (let times = 0; times < WINDOW; times++) factor = Math.imul(factor, BASE);
  const found: number[] = [];
  let next = 2 * WINDOW;
  let hash = 0;
  for (let index = WINDOW, line = 0; line < end; index++) {
    if (index === next) {
      if (bits[hash & mask] === 1) found.push(line);
      line++;
      next = (lineStarts[line] ?? 0) + WINDOW;
    }
    const leaving = characters[index - WINDOW] ?? 0;
    hash = (Math.imul(hash, BASE) + (characters[index] ?? 0) - Math.imul(factor, leaving)) | 0;
  }
  return found;
}

/** Of the hash of a window the lower 32 bits, which need no others. */
function lowerHalf(characters: Uint16Array, start: number): number {
  let hash = 0;
  for (let index = start; index < start + WINDOW; index++)
    hash = (Math.imul(hash, BASE) + (characters[index] ?? 0)) | 0;
  return hash;
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
