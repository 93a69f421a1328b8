// From a place in compiled JavaScript to the place in the program that it was compiled from.

import { SourceMap, type SourceMapPayload } from "node:module";
import { posix } from "node:path";
import { entry } from "../../text/document.ts";
import { parseJson } from "../../text/json.ts";
import { Problem } from "../../text/problem.ts";
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
export function originalOf(spot: Spot, textOf: (path: string) => Source | undefined): Spot | undefined {
  try {
    const map = mapOf(spot.file, textOf);
    const found = map && lookUp(map, spot);
    if (map === undefined || found === undefined || /^(?:\/|[a-z-]+:)/i.test(found.file)) return undefined;
    const file = posix.join(posix.dirname(map.path), found.file);
    return file.startsWith("../") ? undefined : { ...found, file };
  } catch (thrown) {
    // What is no URL, what is no JSON, and what is no source map.
    if ([URIError, Problem, TypeError].some((kind) => thrown instanceof kind)) return undefined;
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

/** `file` as the map has it. */
function lookUp(map: Source, { line, column }: Spot): Spot | undefined {
  const { value } = parseJson(map);
  const found = new SourceMap(value as unknown as SourceMapPayload).findEntry(line - 1, column - 1);
  if (!("originalSource" in found) || typeof found.originalSource !== "string") return undefined;
  const root = entry(value, "sourceRoot");
  const file = posix.join(typeof root === "string" ? root : "", found.originalSource);
  return { file, line: found.originalLine + 1, column: found.originalColumn + 1 };
}
