// How the text around a place is written: its line breaks, how far a line is indented, and whether brackets hold the place.

import type { Document } from "../text/document.ts";
import { isHcl } from "../text/hcl/document.ts";
import type { Range, Source } from "../text/source.ts";

/** braces: JSON, and YAML in flow style. */
export type Notation = "block" | "braces" | "hcl";

/** Of a map that stands at `range`. */
export function notationOf(document: Document, { start }: Range): Notation {
  const begins = document.source.text[start];
  // A heredoc of HCL holds JSON.
  if (document.within === undefined && isHcl(document)) return "hcl";
  return begins === "{" ? "braces" : "block";
}

const LINE_BREAKS = new WeakMap<Source, string>();

export function lineBreak(source: Source): string {
  const known = LINE_BREAKS.get(source) ?? (source.text.includes("\r\n") ? "\r\n" : "\n");
  LINE_BREAKS.set(source, known);
  return known;
}

/** Nobody indents as far. */
const FARTHEST = 1000;

/** The characters before a place on its line; the last of them, where all of a file is one line. */
export function before({ text }: Source, offset: number): string {
  const near = text.slice(Math.max(0, offset - FARTHEST), offset);
  return near.slice(Math.max(near.lastIndexOf("\n"), near.lastIndexOf("\r")) + 1);
}

/** As far in as what stands at a place: a dash of YAML counts as a blank. */
export function indentation(source: Source, offset: number): string {
  return before(source, offset).replace(/[^\t]/g, " ");
}

/** Is the place the first on its line? */
export function beginsLine(source: Source, offset: number): boolean {
  return /^[ \t]*$/.test(before(source, offset));
}

/** Where the line of a place ends, if nothing but a comment of YAML stands behind it. */
export function endOfLine({ text }: Source, offset: number): number | undefined {
  const rest = /(?:[ \t]+#[^\r\n]*|[ \t]*)(?=\r|\n|$)/y;
  rest.lastIndex = offset;
  return rest.test(text) ? rest.lastIndex : undefined;
}
