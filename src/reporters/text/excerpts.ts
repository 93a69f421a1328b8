// Lines of a source with marks under places, and a gutter with line numbers.

import type { Finding } from "../../findings/report.ts";
import type { RenderContext } from "../render.ts";
import { type Paint, printable, type Style } from "../screen.ts";
import { codeFrame, type Frame } from "./frame.ts";

export interface Excerpt {
  readonly line: number;
  readonly frame: Frame;
  /** The words beside the marks. */
  readonly label?: string;
  /** Not the place of the finding itself. */
  readonly isOther?: boolean;
}

/** The finding's own place, and in the same file where the caller is trusted. */
export function excerptsOf(
  finding: Finding,
  context: Pick<RenderContext, "source" | "hidden" | "width">,
): readonly Excerpt[] {
  const { file, line, related, witness } = finding;
  const source = context.source(file);
  // No secrets are looked for in a file of which nothing is shown: a plan may be big.
  if (source === undefined) return [];
  const own = codeFrame(finding, source, context.hidden(file, line), context.width);
  if (own === undefined) return [];
  const others = related.flatMap((place): Excerpt[] => {
    if (place.file !== file) return [];
    const frame = codeFrame(place, source, context.hidden(file, place.line), context.width);
    return frame === undefined ? [] : [{ line: place.line, frame, label: place.message, isOther: true }];
  });
  const label = others.length > 0 && witness !== undefined ? "lets it in" : undefined;
  return [{ line, frame: own, ...(label !== undefined && { label }) }, ...others];
}

/** As wide as the longest line number. */
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
