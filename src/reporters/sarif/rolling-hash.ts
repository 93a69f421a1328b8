// The hash by which GitHub finds a line again after an edit: CodeQL's rolling hash, as `upload-sarif` computes it.

/** https://github.com/github/codeql-action/blob/main/src/fingerprints.ts: a polynomial modulo 2^64 over a window of characters. */
const WINDOW = 100;
const BASE = 37;
const END_OF_FILE = 0xffff;
const [TAB, LF, CR, SPACE] = [0x09, 0x0a, 0x0d, 0x20];

const HALF = 2 ** 32;
/** By what the character counts that leaves the window. A number below 2^64 is two of 32 bits: doubles hold each step exactly. */
const LEAVING = BigInt(BASE) ** BigInt(WINDOW);
const LEAVING_HIGH = Number(BigInt.asUintN(32, LEAVING >> 32n));
const LEAVING_LOW = Number(BigInt.asUintN(32, LEAVING));

/**
 * Tells the hash of a line, the first being 0: over the next 100 characters from the line's start (UTF-16; without
 * spaces and tabs, every line break one LF, zeros past the end), with a counter for lines that have the same.
 */
export function lineHashes(text: string): (line: number) => string | undefined {
  const { characters, lineStarts } = significant(text);
  const high = new Uint32Array(lineStarts.length);
  const low = new Uint32Array(lineStarts.length);
  let [above, below] = [0, 0];
  // A file has many characters: no object is made for one.
  for (let index = 0, line = 0; line < lineStarts.length; index++) {
    if (index === (lineStarts[line] ?? 0) + WINDOW) {
      high[line] = above;
      low[line] = below;
      line++;
    }
    const leaving = characters[index] ?? 0;
    const sum = below * BASE + (characters[index + WINDOW] ?? 0) - LEAVING_LOW * leaving;
    const carry = Math.floor(sum / HALF);
    const sumAbove = above * BASE - LEAVING_HIGH * leaving + carry;
    below = sum - carry * HALF;
    above = sumAbove - Math.floor(sumAbove / HALF) * HALF;
  }
  const times = timesOf(high, low);
  return (line) => {
    const time = times[line];
    return time === undefined ? undefined : `${hexadecimal(high[line] ?? 0, low[line] ?? 0)}:${time}`;
  };
}

/** The characters that count, after a window of zeros; and where lines start in what counts. */
function significant(text: string): { readonly characters: Uint16Array; readonly lineStarts: readonly number[] } {
  const characters = new Uint16Array(WINDOW + text.length + 1);
  const lineStarts = [0];
  let end = WINDOW;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === SPACE || code === TAB) continue;
    if (code === CR && text.charCodeAt(index + 1) === LF) continue;
    const isBreak = code === LF || code === CR;
    characters[end++] = isBreak ? LF : code;
    if (isBreak) lineStarts.push(end - WINDOW);
  }
  characters[end] = END_OF_FILE;
  return { characters, lineStarts };
}

/** Of each line: how many have its hash up to there, itself included. */
function timesOf(high: Uint32Array, low: Uint32Array): Uint32Array {
  const times = new Uint32Array(high.length);
  // The last line of each hash, by some of its bits; the place after a taken one is the next to try.
  const mask = 2 ** Math.ceil(Math.log2(high.length * 2)) - 1;
  const lines = new Int32Array(mask + 1).fill(-1);
  for (let line = 0; line < high.length; line++) {
    let at = (low[line] ?? 0) & mask;
    let last = lines[at] ?? -1;
    while (last !== -1 && (low[last] !== low[line] || high[last] !== high[line])) {
      at = (at + 1) & mask;
      last = lines[at] ?? -1;
    }
    times[line] = (times[last] ?? 0) + 1;
    lines[at] = line;
  }
  return times;
}

function hexadecimal(high: number, low: number): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
}
