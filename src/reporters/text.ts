// The report for people: a code frame for each finding, a quieter note for what cannot be told, errors, and a summary.

import type { Finding, Place, Report, ReportError } from "../findings/report.ts";
import type { Hidden } from "../readers/hidden.ts";
import type { Source } from "../text/source.ts";
import { ownershipQuestion } from "./ownership.ts";
import { plain } from "./prose.ts";
import type { Render, RenderContext } from "./render.ts";
import { type Paint, painter, printable, type Style } from "./screen.ts";
import { codeFrame, type Frame } from "./text/frame.ts";
import { summary } from "./text/summary.ts";
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
  const blocks = [
    ...report.findings.map((finding) => findingBlock(finding, context, paint)),
    ...(cannotTell.length > 0 ? [cannotTell.flatMap((doubt) => doubtLines(doubt, paint))] : []),
    ...report.errors.map((error) => errorLines(error, context.color, framed(error, context))),
    summaryBlock(report, cannotTell.length, context, paint),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
};

function findingBlock(finding: Finding, context: RenderContext, paint: Paint): readonly string[] {
  const { rule, severity, message, resource } = finding;
  const style = STYLES[severity];
  const excerpt = codeFrame(finding, context.source(finding.file), context.hidden(finding.file, finding.line));
  const gutter = gutterOf(finding, excerpt);
  const path = resource.path === undefined ? "" : ` (${printable(resource.path)})`;
  return [
    `${paint(`${severity}[${rule}]`, style, "bold")}${paint(`: ${printable(message)}`, "bold")}`,
    `${gutter}${paint("-->", "blue")} ${position(finding)}${path}`,
    ...excerptLines(finding, excerpt, style, paint),
    ...notes(finding, context).map(
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

function notes(finding: Finding, context: RenderContext): readonly (readonly [label: string, words: string])[] {
  const { resource, witness, world, callers, related } = finding;
  const all: readonly (readonly [label: string, words: string | undefined])[] = [
    ["allowed", witness && requestInWords(witness)],
    ["when", worldInWords(world, resource.format)],
    ["also", othersInWords(callers, witness)],
    ...related.map((place) => ["note", `${printable(place.message)} (${position(place)})`] as const),
    ...helps(finding, context).map((words) => ["help", words] as const),
  ];
  return all.flatMap(([label, words]) => (words === undefined ? [] : [[label, words] as const]));
}

/** What to do about the policy, and whose the caller may be; the more likely first. */
function helps(finding: Finding, context: RenderContext): readonly (string | undefined)[] {
  const { question, ours } = ownershipQuestion(finding) ?? { ours: false };
  if (finding.help === undefined)
    return ours ? [question, help(finding.rule, context)] : [help(finding.rule, context), question];
  const own = `${printable(finding.help)} (unconfused explain ${finding.rule})`;
  return ours ? [question, own] : [own];
}

/** The first sentence of the rule's fix, and where to read the rest. */
function help(rule: string, { rules }: RenderContext): string {
  const fix = rules.find(({ id }) => id === rule)?.fix ?? "";
  const [paragraph = ""] = fix.trim().split(/\n\s*\n/);
  const sentence = /^.*?[.!?](?=\s+[A-Z`]|$)/s.exec(paragraph)?.[0] ?? paragraph;
  return `${printable(plain(sentence))} (unconfused explain ${rule})`.trimStart();
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

function position({ file, line, column }: Pick<Place, "file"> & Partial<Pick<Place, "line" | "column">>): string {
  return [printable(file), line, column].filter((part) => part !== undefined).join(":");
}
