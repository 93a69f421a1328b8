// What a text is, before anybody judges it.

import { Problem } from "../text/problem.ts";
import { readerOf, unsupportedReason } from "./index.ts";
import { parseInput } from "./parse.ts";

/** A Problem: it cannot be read. */
export function recognise(path: string, content: string | Uint8Array): "iac" | "other" | Problem {
  try {
    if (unsupportedReason(path) !== undefined) return "iac";
    const { documents } = parseInput(path, content);
    return documents.some((document) => readerOf(document) !== undefined) ? "iac" : "other";
  } catch (thrown) {
    // An error of ours comes again, and is told, where the file is read.
    return thrown instanceof Problem ? thrown : "iac";
  }
}
