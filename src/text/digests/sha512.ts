// SHA-512 (FIPS 180-4, 6.4), which Terraform's `sha512` gives.

import { blocks, primes } from "./blocks.ts";

const BLOCK = 128;
/** The first 64 bits of the fractional parts of roots of the first primes: FIPS 180-4, 4.2.3 and 5.3.5. */
const PRIMES = primes(80).map((prime) => BigInt(prime));
const ROUNDS = BigUint64Array.from(PRIMES, (prime) => root(prime << 192n, 3n));
const INITIAL = BigUint64Array.from(PRIMES.slice(0, 8), (prime) => root(prime << 128n, 2n));

export function sha512(text: string): Uint8Array {
  const view = blocks(text, BLOCK);
  const hash = BigUint64Array.from(INITIAL);
  const words = new BigUint64Array(ROUNDS.length);
  for (let block = 0; block < view.byteLength; block += BLOCK) {
    for (let t = 0; t < 16; t += 1) words[t] = view.getBigUint64(block + 8 * t);
    compress(hash, words);
  }
  const digest = new DataView(new ArrayBuffer(64));
  for (const [index, word] of hash.entries()) digest.setBigUint64(8 * index, word);
  return new Uint8Array(digest.buffer);
}

/** FIPS 180-4, 6.4.2, of the block whose 16 words stand first. */
function compress(hash: BigUint64Array, words: BigUint64Array): void {
  for (let t = 16; t < words.length; t += 1) {
    const [early, late] = [at(words, t - 15), at(words, t - 2)];
    const small0 = turned(early, 1n) ^ turned(early, 8n) ^ (early >> 7n);
    const small1 = turned(late, 19n) ^ turned(late, 61n) ^ (late >> 6n);
    words[t] = at(words, t - 16) + small0 + at(words, t - 7) + small1;
  }
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = hash;
  for (let t = 0; t < words.length; t += 1) {
    const big1 = turned(e, 14n) ^ turned(e, 18n) ^ turned(e, 41n);
    const first = h + big1 + ((e & f) ^ (~e & g)) + at(ROUNDS, t) + at(words, t);
    const big0 = turned(a, 28n) ^ turned(a, 34n) ^ turned(a, 39n);
    const second = big0 + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, word(d + first), c, b, a, word(first + second)];
  }
  for (const [index, each] of [a, b, c, d, e, f, g, h].entries()) hash[index] = at(hash, index) + each;
}

const word = (number: bigint) => BigInt.asUintN(64, number);

const at = (words: BigUint64Array, index: number) => words[index] ?? 0n;

const turned = (number: bigint, bits: bigint) => word((number >> bits) | (number << (64n - bits)));

/** The whole part of the root; by Newton's method, from above. */
function root(number: bigint, degree: 2n | 3n): bigint {
  for (let guess = 1n << 96n; ; ) {
    const next = ((degree - 1n) * guess + number / guess ** (degree - 1n)) / degree;
    if (next >= guess) return guess;
    guess = next;
  }
}
