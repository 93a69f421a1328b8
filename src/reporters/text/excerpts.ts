// Lines of a source with marks under the places that something is told of, and a gutter with their numbers.

import { type Paint, printable, type Style } from "../screen.ts";
import type { Frame } from "./frame.ts";

export interface Excerpt {
  readonly line: number;
  readonly frame: Frame;
  /** What is to be said of the place, beside its marks. */
  readonly label?: string;
  /** Another place than the one that is told of. */
  readonly isOther?: boolean;
}

/** As wide as the longest number of a line. */
export function gutterFor(excerpts: readonly Pick<Excerpt, "line">[]): string {
  return " ".repeat(Math.max(1, ...excerpts.map(({ line }) => `${line}`.length)));
}

/** In the order of the lines; a line with two places is shown once. */
export function excerptLines(excerpts: readonly Excerpt[], style: Style, paint: Paint): readonly string[] {
  if (excerpts.length === 0) return [];
  const gutter = gutterFor(excerpts);
  const bar = paint("|", "blue");
  const sorted = [...excerpts].sort(
    (one, other) => one.line - other.line || Number(one.isOther) - Number(other.isOther),
  );
  const shown = sorted.flatMap(({ line, frame, label, isOther = false }, index) => {
    const before = sorted[index - 1]?.line;
    const marks = isOther ? frame.marks.replaceAll("^", "-") : frame.marks;
    const words = label === undefined ? "" : ` ${printable(label)}`;
    return [
      ...(before !== undefined && line > before + 1 ? [paint("...", "blue")] : []),
      ...(before === line ? [] : [`${paint(`${line}`.padStart(gutter.length), "blue")} ${bar} ${frame.line}`]),
      `${gutter} ${bar} ${paint(marks + words, isOther ? "blue" : style, "bold")}`,
    ];
  });
  return [`${gutter} ${bar}`, ...shown, `${gutter} ${bar}`];
}
