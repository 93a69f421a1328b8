// SHA-256 (FIPS 180-4, 6.2): a few short texts cost less than to load what Node has for it, and a browser has nothing that answers at once.

import { blocks, bytesOf, primes } from "./blocks.ts";

/** The first 32 bits of the fractional parts of roots of the first primes: FIPS 180-4, 4.2.2 and 5.3.3. */
const PRIMES = primes(64);
const ROUNDS = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const INITIAL = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

const BLOCK = 64;

export function sha256(text: string): Uint8Array {
  const view = blocks(text, BLOCK);
  const hash = Uint32Array.from(INITIAL);
  const words = new Uint32Array(ROUNDS.length);
  for (let block = 0; block < view.byteLength; block += BLOCK) {
    for (let index = 0; index < 16; index += 1) words[index] = view.getUint32(block + 4 * index);
    compress(hash, words);
  }
  return bytesOf(hash);
}

/** FIPS 180-4, 6.2.2, of the block whose 16 words stand first. */
function compress(hash: Uint32Array, words: Uint32Array): void {
  for (let t = 16; t < words.length; t += 1) {
    const [early, late] = [at(words, t - 15), at(words, t - 2)];
    const small0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const small1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[t] = at(words, t - 16) + small0 + at(words, t - 7) + small1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let t = 0; t < words.length; t += 1) {
    const big1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + at(ROUNDS, t) + at(words, t)) | 0;
    const big0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) hash[index] = at(hash, index) + word;
}

const at = (words: Uint32Array, index: number) => words[index] ?? 0;

const turned = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits));

function fraction(root: number): number {
  return (root - Math.floor(root)) * 2 ** 32;
}
