// The common parts of the digests of FIPS 180-4 and RFC 1321: padding into blocks, constants from roots of primes, and the result as text.

const encoder = new TextEncoder();

/** The text in UTF-8, with a one, zeros, and the number of its bits in the last bytes of the last block. */
export function blocks(text: string, size: 64 | 128, littleEndian = false): DataView<ArrayBuffer> {
  const message = encoder.encode(text);
  const bytes = new Uint8Array(size * Math.ceil((message.length + 1 + size / 8) / size));
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  const [low, high] = littleEndian ? [8, 4] : [4, 8];
  view.setUint32(bytes.length - low, message.length << 3, littleEndian);
  view.setUint32(bytes.length - high, message.length >>> 29, littleEndian);
  return view;
}

export function primes(count: number): readonly number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1) {
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  }
  return found;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** In lower-case hex. */
export function hex(digest: Uint8Array): string {
  const digits: string[] = [];
  for (const byte of digest) digits.push(HEX[byte] ?? "");
  // V8 keeps what is added text by text as a tree of its parts.
  return digits.join("");
}

export function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** 32-bit words as bytes. */
export function bytesOf(words: Uint32Array, littleEndian = false): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * words.length));
  for (let index = 0; index < words.length; index += 1) view.setUint32(4 * index, words[index] ?? 0, littleEndian);
  return new Uint8Array(view.buffer);
}
