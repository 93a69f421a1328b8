// The report for people: a code frame for each finding, a shorter note for each unknown, errors, and a summary.

import type { Finding, Report } from "../findings/report.ts";
import { helpsFor } from "./help.ts";
import { position } from "./position.ts";
import type { Render, RenderContext } from "./render.ts";
import { type Paint, painter, printable, type Style } from "./screen.ts";
import { worstFirst } from "./severities.ts";
import { errorLines, unreadableLines } from "./text/errors.ts";
import { excerptLines, excerptsOf, gutterFor } from "./text/excerpts.ts";
import { summary } from "./text/summary.ts";
import { tallies } from "./text/tallies.ts";
import { type UnknownCause, unknownCauses } from "./text/unknown-causes.ts";
import { headLines, wrapped } from "./text/wrap.ts";
import { othersInWords, requestInWords, worldInWords } from "./witness.ts";

const STYLES: Readonly<Record<Finding["severity"], Style>> = {
  critical: "red",
  high: "red",
  medium: "yellow",
  low: "cyan",
};

export const text: Render = (report, context) => [...textInPieces(report, context)].join("");

/** In pieces of whole lines, so that a long report need not be in memory as a whole. */
export function* textInPieces(report: Report, context: RenderContext): Iterable<string> {
  const paint = painter(context.color);
  const cannotTell = unknownCauses(report);
  const findings = worstFirst(report.findings);
  const told = new Set<string>();
  for (const finding of findings) yield `${findingBlock(finding, context, told, paint).join("\n")}\n\n`;
  const blocks = [
    ...(cannotTell.length > 0 ? [cannotTell.flatMap((doubt) => doubtLines(doubt, context, paint))] : []),
    ...report.errors.map((error) => errorLines(error, context.color, unreadableLines(error, context), context.width)),
    ...tallies(findings).map(([title = "", ...rows]) => [paint(title, "bold"), ...rows]),
    summaryBlock(report, cannotTell.length, context, paint),
  ];
  yield `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** `told`: the help that earlier findings have given already. */
function findingBlock(finding: Finding, context: RenderContext, told: Set<string>, paint: Paint): readonly string[] {
  const { rule, severity, message, resource } = finding;
  const style = STYLES[severity];
  const excerpts = excerptsOf(finding, context);
  const gutter = gutterFor(excerpts);
  const path = resource.path === undefined ? "" : ` (${printable(resource.path)})`;
  return [
    ...headLines(`${severity}[${rule}]`, message, context.width, {
      head: (words) => paint(words, style, "bold"),
      rest: (words) => paint(words, "bold"),
    }),
    `${gutter}${paint("-->", "blue")} ${position(finding)}${path}`,
    ...excerptLines(excerpts, style, paint),
    ...notes(finding, excerpts.length > 1, context, told).flatMap(([label, words]) =>
      wrapped(words, {
        lead: `${gutter} ${paint("=", "blue")} ${paint(label, "bold")}: `,
        indent: gutter.length + label.length + 5,
        width: context.width,
      }),
    ),
  ];
}

/** `isShown`: other places of the same file are in the excerpt already. */
function notes(
  finding: Finding,
  isShown: boolean,
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
    ...related
      .filter(({ file }) => !isShown || file !== finding.file)
      .map((place) => ["note", `${printable(place.message)} (${position(place)})`] as const),
    ...helps.map((words) => ["help", words] as const),
  ];
  return all.flatMap(([label, words]) => (words === undefined ? [] : [[label, words] as const]));
}

function doubtLines({ first, rules }: UnknownCause, { width }: RenderContext, paint: Paint): readonly string[] {
  const told = (label: string, words: string) =>
    wrapped(words, { lead: `  ${label}: `, indent: label.length + 4, width }).map((line) => paint(line, "dim"));
  return [
    ...headLines(`cannot tell[${rules.join(", ")}]`, first.message.replace(/^cannot tell /, ""), width, {
      head: (words) => paint(words, "cyan"),
      rest: (words) => words,
    }),
    ...told("because", `${printable(first.source)} (${position(first)})`),
    ...told("help", printable(first.help)),
  ];
}

function summaryBlock(report: Report, doubtCount: number, context: RenderContext, paint: Paint): readonly string[] {
  const [counts = "", ...remarks] = summary(report, doubtCount, context);
  const clean = report.findings.length === 0 && report.errors.length === 0;
  const bold = wrapped(counts, { width: context.width }).map((line) =>
    clean ? paint(line, "green", "bold") : paint(line, "bold"),
  );
  return [...bold, ...remarks.flatMap((remark) => wrapped(remark, { width: context.width }))];
}
