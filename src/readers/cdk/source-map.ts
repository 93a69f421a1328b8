// From a place in compiled JavaScript to the place in the program that it was compiled from.

import { posix } from "node:path";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { type Source, source } from "../../text/source.ts";

/** Line and column count from 1. */
export interface Spot {
  /** As reports name it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const COMMENT = /^\/\/[#@] sourceMappingURL=(\S+)\s*$/gm;
const DATA = /^data:application\/json[^,]*?(;base64)?,(.*)$/;

/** Undefined where no source map tells of a file of the repository. */
export function originalOf(
  { file, line, column }: Spot,
  textOf: (path: string) => Source | undefined,
): Spot | undefined {
  try {
    const map = mapOf(file, textOf);
    if (map === undefined) return undefined;
    const found = originalPositionFor(new TraceMap(map.text, map.path), { line, column: column - 1 });
    if (found.source === null || /^(?:\/|\.\.\/|[\w+.-]+:)/.test(found.source)) return undefined;
    return { file: found.source, line: found.line, column: found.column + 1 };
  } catch (thrown) {
    // What is no URL and no text; and what is no source map, which the library tells in errors of every kind.
    if (thrown instanceof Error) return undefined;
    throw thrown;
  }
}

/** The one that the last comment of its kind names, or holds. */
function mapOf(file: string, textOf: (path: string) => Source | undefined): Source | undefined {
  const url = [...(textOf(file)?.text ?? "").matchAll(COMMENT)].at(-1)?.[1];
  if (url === undefined) return undefined;
  const [, base64, data] = DATA.exec(url) ?? [];
  if (data === undefined) return textOf(posix.join(posix.dirname(file), decodeURIComponent(url)));
  return source(file, base64 === undefined ? decodeURIComponent(data) : Buffer.from(data, "base64"));
}
