// Maps a place in compiled JavaScript to its source.

import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { posix } from "../../../text/posix.ts";
import { type Source, source } from "../../../text/source.ts";
import type { Frame } from "./frames.ts";

const COMMENT = /^\/\/[#@] sourceMappingURL=(\S+)\s*$/gm;
const DATA = /^data:application\/json[^,]*?(;base64)?,(.*)$/;

/** The file of a frame is as reports name it; what it was compiled from is as the map says, from the map's own place. Undefined without a map. */
export function sourceMaps(textOf: (path: string) => Source | undefined): (frame: Frame) => Frame | undefined {
  const maps = new Map<string, TraceMap | undefined>();
  return ({ file, line, column = 1 }) => {
    if (!maps.has(file))
      maps.set(
        file,
        orNothing(() => mapOf(file, textOf)),
      );
    const map = maps.get(file);
    const found = map && orNothing(() => originalPositionFor(map, { line, column: column - 1 }));
    if (!found?.source || found.line < 1 || found.column < 0) return undefined;
    return { file: found.source, line: found.line, column: found.column + 1 };
  };
}

/** The one that the last comment of its kind names, or holds. */
function mapOf(file: string, textOf: (path: string) => Source | undefined): TraceMap | undefined {
  const url = [...(textOf(file)?.text ?? "").matchAll(COMMENT)].at(-1)?.[1];
  if (url === undefined) return undefined;
  const [, base64, data] = DATA.exec(url) ?? [];
  if (data !== undefined) {
    const written =
      base64 === undefined ? decodeURIComponent(data) : Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
    return new TraceMap(source(file, written).text, file);
  }
  const beside = textOf(posix.join(posix.dirname(file), decodeURIComponent(url)));
  return beside && new TraceMap(beside.text, beside.path);
}

/** Many kinds of errors are thrown for an invalid URL, text or source map. */
function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof Error) return undefined;
    throw thrown;
  }
}
