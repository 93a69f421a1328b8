// Searches bytes for ASCII words, without decoding them.

const CHUNK = 65_536;

/** Searches chunk by chunk, because a file may be larger than the longest string. */
export function holdsWord(content: string | Uint8Array, word: string): boolean {
  if (typeof content === "string") return content.includes(word);
  const decoder = new TextDecoder("latin1");
  for (let start = 0; start < content.length; start += CHUNK) {
    // A word may stand across the end of a chunk.
    if (decoder.decode(content.subarray(start, start + CHUNK + word.length)).includes(word)) return true;
  }
  return false;
}
