// Places in SARIF: locations and regions.

import type { Place, ReportError } from "../../findings/report.ts";
import type { Source } from "../../text/source.ts";
import type { Location, Region } from "./types.ts";

export function location(place: Place, source: Source | undefined): Location {
  return { physicalLocation: { artifactLocation: { uri: uri(place.file) }, region: firstLine(place, source) } };
}

/** With the lines around it, where the text can be had. */
export function locationInContext(place: Place, source: Source | undefined): Location {
  const { physicalLocation } = location(place, source);
  if (source?.line(place.line) === undefined) return { physicalLocation };
  const before = Math.max(1, place.line - CONTEXT);
  const after = Array.from({ length: CONTEXT }, (_, index) => place.line + index + 1);
  const last = after.findLast((line) => source.line(line) !== undefined) ?? place.line;
  return { physicalLocation: { ...physicalLocation, contextRegion: { startLine: before, endLine: last } } };
}

/** Lines before and after. */
const CONTEXT = 3;

/** Undefined for an error that is not in a file. */
export function errorLocation({
  file,
  line,
  column,
}: Pick<ReportError, "file" | "line" | "column">): Location | undefined {
  if (file === undefined) return undefined;
  return {
    physicalLocation: {
      artifactLocation: { uri: uri(file) },
      ...(line !== undefined && { region: { startLine: line, ...(column !== undefined && { startColumn: column }) } }),
    },
  };
}

/** A pull request shows an alert only if it touches every line of the region; so it has one line, and is never empty. */
function firstLine({ line, column, endLine, endColumn }: Place, source: Source | undefined): Region {
  const end = endLine > line ? (source?.line(line)?.length ?? 0) + 1 : endColumn;
  return { startLine: line, startColumn: column, endLine: line, endColumn: Math.max(end, column + 1) };
}

/** Relative as the report has it; lone surrogates, which no URI can carry, become U+FFFD. */
export function uri(file: string): string {
  return file
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}
