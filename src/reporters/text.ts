// The report for people: a code frame for each finding, a quieter note for what cannot be told, errors, and a summary.

import type { Finding, Place, Report, ReportError } from "../findings/report.ts";
import type { Hidden } from "../readers/hidden.ts";
import type { Source } from "../text/source.ts";
import { helpsFor } from "./help.ts";
import { position } from "./position.ts";
import type { Render, RenderContext } from "./render.ts";
import { type Paint, painter, printable, type Style } from "./screen.ts";
import { worstFirst } from "./severities.ts";
import { codeFrame, type Frame } from "./text/frame.ts";
import { summary } from "./text/summary.ts";
import { tallies } from "./text/tallies.ts";
import { type UnknownCause, unknownCauses } from "./text/unknown-causes.ts";
import { othersInWords, requestInWords, worldInWords } from "./witness.ts";

const STYLES: Readonly<Record<Finding["severity"], Style>> = {
  critical: "red",
  high: "red",
  medium: "yellow",
  low: "cyan",
};

export const text: Render = (report, context) => {
  const paint = painter(context.color);
  const cannotTell = unknownCauses(report);
  const findings = worstFirst(report.findings);
  const told = new Set<string>();
  const blocks = [
    ...findings.map((finding) => findingBlock(finding, context, told, paint)),
    ...(cannotTell.length > 0 ? [cannotTell.flatMap((doubt) => doubtLines(doubt, paint))] : []),
    ...report.errors.map((error) => errorLines(error, context.color, framed(error, context))),
    ...tallies(findings).map(([title = "", ...rows]) => [paint(title, "bold"), ...rows]),
    summaryBlock(report, cannotTell.length, context, paint),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
};

/** `told`: what to do that an earlier finding says already. */
function findingBlock(finding: Finding, context: RenderContext, told: Set<string>, paint: Paint): readonly string[] {
  const { rule, severity, message, resource } = finding;
  const style = STYLES[severity];
  const excerpt = codeFrame(finding, context.source(finding.file), context.hidden(finding.file, finding.line));
  const gutter = gutterOf(finding, excerpt);
  const path = resource.path === undefined ? "" : ` (${printable(resource.path)})`;
  return [
    `${paint(`${severity}[${rule}]`, style, "bold")}${paint(`: ${printable(message)}`, "bold")}`,
    `${gutter}${paint("-->", "blue")} ${position(finding)}${path}`,
    ...excerptLines(finding, excerpt, style, paint),
    ...notes(finding, context, told).map(
      ([label, words]) => `${gutter} ${paint("=", "blue")} ${paint(label, "bold")}: ${words}`,
    ),
  ];
}

function gutterOf({ line }: Pick<Place, "line">, excerpt: Frame | undefined): string {
  return " ".repeat(excerpt === undefined ? 1 : `${line}`.length);
}

function excerptLines(
  place: Pick<Place, "line">,
  excerpt: Frame | undefined,
  style: Style,
  paint: Paint,
): readonly string[] {
  if (excerpt === undefined) return [];
  const gutter = gutterOf(place, excerpt);
  const bar = paint("|", "blue");
  return [
    `${gutter} ${bar}`,
    `${paint(`${place.line}`, "blue")} ${bar} ${excerpt.line}`,
    `${gutter} ${bar} ${paint(excerpt.marks, style, "bold")}`,
    `${gutter} ${bar}`,
  ];
}

function notes(
  finding: Finding,
  context: RenderContext,
  told: Set<string>,
): readonly (readonly [label: string, words: string])[] {
  const { resource, witness, world, callers, related } = finding;
  const helps = helpsFor(finding, context).filter((words) => !told.has(words));
  for (const words of helps) told.add(words);
  const all: readonly (readonly [label: string, words: string | undefined])[] = [
    ["allowed", witness && requestInWords(witness)],
    ["when", worldInWords(world, resource.format)],
    ["also", othersInWords(callers, witness)],
    ...related.map((place) => ["note", `${printable(place.message)} (${position(place)})`] as const),
    ...helps.map((words) => ["help", words] as const),
  ];
  return all.flatMap(([label, words]) => (words === undefined ? [] : [[label, words] as const]));
}

function doubtLines({ first, rules }: UnknownCause, paint: Paint): readonly string[] {
  return [
    `${paint(`cannot tell[${rules.join(", ")}]`, "cyan")}: ${printable(first.message.replace(/^cannot tell /, ""))}`,
    paint(`  because: ${printable(first.source)} (${position(first)})`, "dim"),
    paint(`  help: ${printable(first.help)}`, "dim"),
  ];
}

/** Of other files that cannot be read nobody knows whether they are plans or states, of which no line is shown. */
const SHOWN = /\.(?:tf|tofu)$/i;

/** The line that cannot be read. */
function framed({ file = "", line, column }: ReportError, context: RenderContext): Framed | undefined {
  if (line === undefined || column === undefined || !SHOWN.test(file)) return undefined;
  const source = context.source(file);
  const hidden = [...context.hidden(file, line), ...quotedIn(source?.line(line) ?? "")];
  const excerpt = codeFrame({ file, line, column, endLine: line, endColumn: column + 1 }, source, hidden);
  return excerpt && { line, excerpt };
}

/** `resource "aws_iam_role" "vendor" {` */
const HEADER = /^\s*[\w-]+(?:\s+"[^"]*")*\s*\{/;

/** Texts on a line of what cannot be read: nobody knows which of them are secret. */
function quotedIn(line: string): readonly Hidden[] {
  const from = HEADER.exec(line)?.[0].length ?? 0;
  return Array.from(line.slice(from).matchAll(/"((?:\\.|[^"\\])+)/g), ({ 1: text = "", index }) => {
    const start = from + index + 1;
    return { start, end: start + text.length, declared: true };
  });
}

/** The word that a mistake begins with. */
const WORD = /"(?:\\.|[^"\\])*"|[^\s,:\]}]+/y;

/** The line of a mistake in a file of the user's own; `hidden` as of what a line of it may not show. */
export function mistakeFrame(
  { file = "", line, column }: ReportError,
  source: Source,
  hidden: (line: number) => readonly Hidden[],
): Framed | undefined {
  if (line === undefined || column === undefined) return undefined;
  WORD.lastIndex = column - 1;
  const length = WORD.exec(source.line(line) ?? "")?.[0].length ?? 1;
  const excerpt = codeFrame({ file, line, column, endLine: line, endColumn: column + length }, source, hidden(line));
  return excerpt && { line, excerpt };
}

interface Framed {
  readonly line: number;
  readonly excerpt: Frame;
}

/** An error as people read it, also where there is no report: what, where, what to do next. */
export function errorLines(error: ReportError, color: boolean, framed?: Framed): readonly string[] {
  const paint = painter(color);
  const gutter = framed === undefined ? " " : gutterOf(framed, framed.excerpt);
  return [
    `${paint("error", "red", "bold")}${paint(`: ${printable(error.message)}`, "bold")}`,
    ...(error.file === undefined
      ? []
      : [`${gutter}${paint("-->", "blue")} ${position({ ...error, file: error.file })}`]),
    ...(framed === undefined ? [] : excerptLines(framed, framed.excerpt, "red", paint)),
    `${gutter} ${paint("=", "blue")} ${paint("help", "bold")}: ${printable(error.help)}`,
  ];
}

function summaryBlock(report: Report, doubtCount: number, context: RenderContext, paint: Paint): readonly string[] {
  const [counts = "", ...remarks] = summary(report, doubtCount, context);
  const clean = report.findings.length === 0 && report.errors.length === 0;
  return [clean ? paint(counts, "green", "bold") : paint(counts, "bold"), ...remarks];
}
