// A line of source with marks under the place that a finding points at.

import type { Place } from "../../findings/report.ts";
import type { Hidden } from "../../readers/hidden.ts";
import type { Range, Source } from "../../text/source.ts";
import { displayWidth, printable } from "../screen.ts";

/** Longer lines are cut to this many characters, a third of them before the marks. */
const WIDEST = 120;
/** The same on a narrow screen. */
const NARROWEST = 30;
/** The width of a gutter, and of the "…" at both ends of a cut line. */
const AROUND = 10;
/** A longer line was made by a program: only the marked place is shown. */
const LONGEST_LINE = 200;
const TAB = "    ";
const HIDDEN = "(hidden)";

export interface Frame {
  readonly line: string;
  readonly marks: string;
  /** What is marked, by its offsets in `line`. */
  readonly marked: Range;
}

/**
 * The first line of the place; undefined where the source has no such line. What is `hidden` on it, by offsets in the
 * line, is not shown. `width`: of the screen, in columns.
 */
export function codeFrame(
  place: Place,
  source: Source | undefined,
  hidden: readonly Hidden[] = [],
  width?: number,
): Frame | undefined {
  const line = source?.line(place.line);
  if (line === undefined) return undefined;
  const start = place.column - 1;
  const end = place.endLine > place.line ? line.length : place.endColumn - 1;
  const widest = width === undefined ? WIDEST : Math.min(WIDEST, Math.max(NARROWEST, width - AROUND));
  const { from, to } = excerpt(line, { start, end }, widest);
  if (hidden.length === 0 && PLAIN.test(line.slice(from, to))) return plainFrame(line, { from, to }, { start, end });
  const isHidden = hiddenOn({ start: from, end: to }, hidden, { start, end });

  let shown = from > 0 ? "…" : "";
  let indent = shown.length;
  let covered = 0;
  let marked: Range = { start: shown.length, end: shown.length };
  let at = from;
  for (const character of line.slice(from, to)) {
    const text = isHidden[at - from] ? (isHidden[at - from - 1] ? "" : HIDDEN) : shownAs(character);
    if (at < start) indent += displayWidth(text);
    else if (at < end) covered += displayWidth(text);
    shown += text;
    if (at < start) marked = { start: shown.length, end: shown.length };
    else if (at < end) marked = { ...marked, end: shown.length };
    at += character.length;
  }
  if (to < line.length) shown += "…";
  return { line: shown.trimEnd(), marks: " ".repeat(indent) + "^".repeat(Math.max(1, covered)), marked };
}

/** Whether each character is printable and one column wide. */
const PLAIN = /^[ -~]*$/;

function plainFrame(line: string, { from, to }: Excerpt, place: Range): Frame {
  const left = from > 0 ? "…" : "";
  const shown = `${left}${line.slice(from, to)}${to < line.length ? "…" : ""}`;
  const within = (offset: number) => left.length + Math.min(Math.max(offset, from), to) - from;
  const start = within(place.start);
  const end = Math.max(start, within(place.end));
  const marks = " ".repeat(start) + "^".repeat(Math.max(1, end - start));
  return { line: shown.trimEnd(), marks, marked: { start, end } };
}

function shownAs(character: string): string {
  return character === "\t" ? TAB : printable(character);
}

/** Offsets in a line. */
interface Excerpt {
  readonly from: number;
  readonly to: number;
}

/** A long line is cut around the place; a very long one is cut to the place alone. */
function excerpt(line: string, { start, end }: Range, widest: number): Excerpt {
  if (line.length > LONGEST_LINE) {
    const from = whole(line, Math.min(start, line.length));
    return { from, to: whole(line, Math.min(Math.max(end, from), from + widest)) };
  }
  const first = Math.max(0, Math.min(start - Math.floor(widest / 3), line.length - widest));
  return { from: whole(line, first), to: whole(line, Math.min(line.length, first + widest)) };
}

/** For each character of the excerpt, whether it is hidden. What a finding points at is shown, unless the input marks it as secret. */
function hiddenOn(shown: Range, hidden: readonly Hidden[], place: Range): readonly boolean[] {
  const found = new Array<boolean>(Math.max(0, shown.end - shown.start)).fill(false);
  for (const { start, end, declared } of hidden) {
    const isPart = start >= place.start && end <= place.end && end - start < place.end - place.start;
    for (let at = Math.max(start, shown.start); at < Math.min(end, shown.end); at += 1) {
      if (declared || isPart || at < place.start || at >= place.end) found[at - shown.start] = true;
    }
  }
  return found;
}

/** The offset, or the one before it where it would cut a surrogate pair in two. */
function whole(line: string, offset: number): number {
  return offset > 0 && (line.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;
}
