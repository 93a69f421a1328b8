// MD5 (RFC 1321), which Terraform's `md5` gives; no security rests on it here.

import { blocks, bytesOf } from "./blocks.ts";

const BLOCK = 64;
const SINES = Uint32Array.from({ length: 64 }, (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32));
/** By how much each of the four rounds turns, in turn. */
const TURNS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;

export function md5(text: string): Uint8Array {
  const view = blocks(text, BLOCK, true);
  const hash = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let block = 0; block < view.byteLength; block += BLOCK) {
    let [a = 0, b = 0, c = 0, d = 0] = hash;
    for (let t = 0; t < 64; t += 1) {
      const [mixed, index] = step(t, b, c, d);
      const sum = (a + mixed + (SINES[t] ?? 0) + view.getUint32(block + 4 * index, true)) | 0;
      const bits = TURNS[Math.floor(t / 16)]?.[t % 4] ?? 0;
      [a, b, c, d] = [d, b + ((sum << bits) | (sum >>> (32 - bits))), b, c];
    }
    for (const [index, word] of [a, b, c, d].entries()) hash[index] = (hash[index] ?? 0) + word;
  }
  return bytesOf(hash, true);
}

/** What a step mixes, and which word of the block it takes. */
function step(t: number, b: number, c: number, d: number): readonly [mixed: number, word: number] {
  if (t < 16) return [(b & c) | (~b & d), t];
  if (t < 32) return [(d & b) | (~d & c), (5 * t + 1) % 16];
  if (t < 48) return [b ^ c ^ d, (3 * t + 5) % 16];
  return [c ^ (b | ~d), (7 * t) % 16];
}
