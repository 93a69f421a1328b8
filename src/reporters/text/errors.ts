// An error as text: what, where, what to do next, and the line with the mistake.

import type { ReportError } from "../../findings/report.ts";
import type { Hidden } from "../../readers/hidden.ts";
import type { Source } from "../../text/source.ts";
import { position } from "../position.ts";
import type { RenderContext } from "../render.ts";
import { painter, printable } from "../screen.ts";
import { type Excerpt, excerptLines, gutterFor } from "./excerpts.ts";
import { codeFrame } from "./frame.ts";
import { headLines, wrapped } from "./wrap.ts";

/** Also where there is no report. `width`: in columns, where the text is to be wrapped. */
export function errorLines(
  error: ReportError,
  color: boolean,
  excerpts: readonly Excerpt[] = [],
  width?: number,
): readonly string[] {
  const paint = painter(color);
  const gutter = gutterFor(excerpts);
  return [
    ...headLines("error", error.message, width, {
      head: (words) => paint(words, "red", "bold"),
      rest: (words) => paint(words, "bold"),
    }),
    ...(error.file === undefined
      ? []
      : [`${gutter}${paint("-->", "blue")} ${position({ ...error, file: error.file })}`]),
    ...excerptLines(excerpts, "red", paint),
    ...wrapped(printable(error.help), {
      lead: `${gutter} ${paint("=", "blue")} ${paint("help", "bold")}: `,
      indent: gutter.length + HELP.length,
      width,
    }),
  ];
}

const HELP = " = help: ";

/** In a text that cannot be parsed, secrets cannot be found: of a plan or state no line is shown, of other files no value. */
const PLAN_OR_STATE = /"(?:terraform_version|format_version|planned_values|prior_state|resource_changes)"/;
const NEVER_SHOWN = /\.tfstate(?:\.|$)/i;
const HCL = /\.(?:tf|tofu)$/i;

/** The line with the mistake, and the line of the opening bracket that it is about. */
export function unreadableLines(error: ReportError, context: RenderContext): readonly Excerpt[] {
  const { file = "", line, column, opened } = error;
  if (line === undefined || column === undefined || NEVER_SHOWN.test(file)) return [];
  const source = context.source(file);
  if (source === undefined || PLAN_OR_STATE.test(source.text)) return [];
  const valuesOn = HCL.test(file) ? quotedIn : valuesIn;
  const at = (place: { readonly line: number; readonly column: number }) => {
    const shown = source.line(place.line) ?? "";
    const hidden = [...context.hidden(file, place.line), ...valuesOn(shown)];
    const end = { endLine: place.line, endColumn: place.column + 1 };
    const frame = codeFrame({ file, ...place, ...end }, source, hidden, context.width);
    return frame && { line: place.line, frame };
  };
  const own = at({ line, column });
  const other = opened === undefined ? undefined : at(opened);
  return [
    ...(own === undefined ? [] : [own]),
    ...(other === undefined ? [] : [{ ...other, label: "opened here", isOther: true }]),
  ];
}

/** `resource "aws_iam_role" "vendor" {` */
const HEADER = /^\s*[\w-]+(?:\s+"[^"]*")*\s*\{/;

/** The texts in quotes on a line of HCL. */
function quotedIn(line: string): readonly Hidden[] {
  const from = HEADER.exec(line)?.[0].length ?? 0;
  return Array.from(line.slice(from).matchAll(/"((?:\\.|[^"\\])+)/g), ({ 1: text = "", index }) =>
    declared(from + index + 1, text.length),
  );
}

/** Parts of a line: shown are keys with their colons, and brackets, commas and dashes of lists; quoted texts that are not keys are not shown. */
const PARTS =
  /(?<shown>"[\w:.-]+"\s*:(?=\s|$|[[{"])|(?<=^[\s-]*|[{,]\s*)[\w.-]+(?:::[\w.-]+)*:(?=\s|$)|^[\s-]+(?=\s|$)|[[\]{},\s]+)|"(?:\\.|[^"\\])*"?|'[^']*'?/g;

/** All of a line of YAML or JSON except for its keys and brackets. */
function valuesIn(line: string): readonly Hidden[] {
  const hidden: Hidden[] = [];
  let end = 0;
  for (const { groups, 0: part, index } of line.matchAll(PARTS)) {
    if (groups?.shown === undefined) continue;
    if (index > end) hidden.push(declared(end, index - end));
    end = index + part.length;
  }
  if (end < line.length) hidden.push(declared(end, line.length - end));
  return hidden;
}

function declared(start: number, length: number): Hidden {
  return { start, end: start + length, declared: true };
}

/** The word at the place of a mistake. */
const WORD = /"(?:\\.|[^"\\])*"|[^\s,:\]}]+/y;

/** The line of a mistake in a configuration or rule file. `hidden`: the parts of a line that may not be shown. */
export function mistakeLines(
  { file = "", line, column, opened }: ReportError,
  source: Source,
  hidden: (line: number) => readonly Hidden[],
): readonly Excerpt[] {
  if (line === undefined || column === undefined) return [];
  WORD.lastIndex = column - 1;
  const length = WORD.exec(source.line(line) ?? "")?.[0].length ?? 1;
  const own = codeFrame({ file, line, column, endLine: line, endColumn: column + length }, source, hidden(line));
  const end = opened && { endLine: opened.line, endColumn: opened.column + 1 };
  const other = opened && end && codeFrame({ file, ...opened, ...end }, source, hidden(opened.line));
  return [
    ...(own === undefined ? [] : [{ line, frame: own }]),
    ...(opened === undefined || other === undefined
      ? []
      : [{ line: opened.line, frame: other, label: "opened here", isOther: true }]),
  ];
}
