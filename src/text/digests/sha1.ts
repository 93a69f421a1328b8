// SHA-1 (FIPS 180-4, 6.1), which Terraform's `sha1` gives; no security rests on it here.

import { blocks, bytesOf } from "./blocks.ts";

const BLOCK = 64;
const CONSTANTS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

export function sha1(text: string): Uint8Array {
  const view = blocks(text, BLOCK);
  const hash = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const words = new Uint32Array(80);
  for (let block = 0; block < view.byteLength; block += BLOCK) {
    for (let t = 0; t < 16; t += 1) words[t] = view.getUint32(block + 4 * t);
    for (let t = 16; t < 80; t += 1) {
      words[t] = turned(at(words, t - 3) ^ at(words, t - 8) ^ at(words, t - 14) ^ at(words, t - 16), 1);
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = hash;
    for (let t = 0; t < 80; t += 1) {
      const part = Math.floor(t / 20);
      const mixed = part === 0 ? (b & c) ^ (~b & d) : part === 2 ? (b & c) ^ (b & d) ^ (c & d) : b ^ c ^ d;
      const next = (turned(a, 5) + mixed + e + (CONSTANTS[part] ?? 0) + at(words, t)) | 0;
      [a, b, c, d, e] = [next, a, turned(b, 30), c, d];
    }
    for (const [index, word] of [a, b, c, d, e].entries()) hash[index] = at(hash, index) + word;
  }
  return bytesOf(hash);
}

const at = (words: Uint32Array, index: number) => words[index] ?? 0;

/** To the left. */
const turned = (word: number, bits: number) => (word << bits) | (word >>> (32 - bits));
