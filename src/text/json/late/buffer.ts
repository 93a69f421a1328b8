// Bytes that grow.

export interface ByteBuffer {
  add(bytes: Uint8Array, start: number, end: number): void;
  /** ASCII. */
  addText(text: string): void;
  addByte(byte: number): void;
  bytes(): Uint8Array;
}

const FIRST = 1 << 14;
/** Copied one by one. */
const SHORT = 64;

export function byteBuffer(): ByteBuffer {
  let held = new Uint8Array(FIRST);
  let length = 0;

  function makeRoom(more: number): void {
    if (length + more <= held.length) return;
    const longer = new Uint8Array(2 * (length + more));
    longer.set(held.subarray(0, length));
    held = longer;
  }

  return {
    add(bytes, start, end) {
      makeRoom(end - start);
      if (end - start > SHORT) held.set(bytes.subarray(start, end), length);
      else copy(bytes, start, end, held, length);
      length += end - start;
    },
    addText(text) {
      makeRoom(text.length);
      for (let index = 0; index < text.length; index += 1) held[length + index] = text.charCodeAt(index);
      length += text.length;
    },
    addByte(byte) {
      makeRoom(1);
      held[length] = byte;
      length += 1;
    },
    bytes: () => held.subarray(0, length),
  };
}

function copy(from: Uint8Array, start: number, end: number, to: Uint8Array, at: number): void {
  for (let index = start; index < end; index += 1) to[at + index - start] = from[index] ?? 0;
}
