// From an origin in a parsed text to the lines and columns of a report.

import type { Resource } from "../readers/reader.ts";
import type { Range, Source } from "../text/source.ts";
import type { Origin } from "../values/value.ts";
import type { Place } from "./report.ts";

export function placeOf({ document, path, what }: Origin): Place {
  return placeIn(document.source, document.locate(path, what ?? "value"));
}

/** Where its author wrote it: the origin itself, unless a program made the input that the resource and the origin are in. */
export function placeOfAuthor(origin: Origin, { author, origin: own }: Resource): Place {
  const written = origin.document.source === own.document.source ? author?.() : undefined;
  if (written === undefined) return placeOf(origin);
  const { file, line, column, endColumn } = written;
  return { file, line, column, endLine: line, endColumn };
}

export function placeIn(source: Source, range: Range): Place {
  const start = source.position(range.start);
  const end = source.position(range.end);
  return {
    file: source.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
