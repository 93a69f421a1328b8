// A line of source with marks under the place that a finding points at.

import type { Place } from "../findings/report.ts";
import type { Source } from "../text/source.ts";
import { displayWidth, printable } from "./screen.ts";

/** Longer lines are cut to this many characters, of which so many stand before the marks. */
const WIDEST = 120;
const BEFORE = 40;
const TAB = "    ";

export interface Frame {
  readonly line: string;
  readonly marks: string;
}

/** The first line of the place; undefined where the source has no such line. */
export function codeFrame(place: Place, source: Source | undefined): Frame | undefined {
  const line = source?.line(place.line);
  if (line === undefined) return undefined;
  const start = place.column - 1;
  const end = place.endLine > place.line ? line.length : place.endColumn - 1;
  const first = Math.max(0, Math.min(start - BEFORE, line.length - WIDEST));
  const from = whole(line, first);
  const to = whole(line, Math.min(line.length, first + WIDEST));

  let shown = from > 0 ? "…" : "";
  let indent = shown.length;
  let marked = 0;
  let at = from;
  for (const character of line.slice(from, to)) {
    const text = character === "\t" ? TAB : printable(character);
    if (at < start) indent += displayWidth(text);
    else if (at < end) marked += displayWidth(text);
    shown += text;
    at += character.length;
  }
  if (to < line.length) shown += "…";
  return { line: shown.trimEnd(), marks: " ".repeat(indent) + "^".repeat(Math.max(1, marked)) };
}

/** The offset, or the one before it where it would cut a surrogate pair in two. */
function whole(line: string, offset: number): number {
  return offset > 0 && (line.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;
}
