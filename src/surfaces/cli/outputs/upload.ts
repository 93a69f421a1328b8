// A SARIF log within the limits of GitHub: the number of results, and the bytes after compression.

import { gzipSync } from "node:zlib";
import { leftOut, MOST_RESULTS } from "../../../reporters/sarif/limit.ts";

/** Compressed; a little less than the 10 MB that GitHub says. */
const LARGEST = 9_900_000;

export interface Upload {
  readonly text: string;
  /** A note for people, where results are left out. */
  readonly note?: string;
}

/** `write` gives the log with the first `most` of its results. */
export function uploadable(write: (most: number) => string, results: number, largest = LARGEST): Upload {
  let most = Math.min(results, MOST_RESULTS);
  let text = write(most);
  for (let size = sizeOf(text, largest); size > largest && most > 0; size = sizeOf(text, largest)) {
    most = Math.floor(most * Math.min(0.9, largest / size));
    text = write(most);
  }
  return { text, ...(most < results && { note: `SARIF: ${leftOut(results - most, results)}` }) };
}

/** Compressed text is never much longer than the text. */
function sizeOf(text: string, largest: number): number {
  if (text.length * 3 < largest) return 0;
  return gzipSync(text).byteLength;
}
