// The report as commands that a runner of GitHub Actions makes annotations of; what it would not show stands in the log.

import type { Severity } from "../config/config.ts";
import type { Finding, Place, Report, ReportError } from "../findings/report.ts";
import { helpsFor } from "./help.ts";
import { position } from "./position.ts";
import type { Render, RenderContext } from "./render.ts";
import { printable, withoutCommands } from "./screen.ts";
import { worstFirst } from "./severities.ts";
import { summary } from "./text/summary.ts";
import { unknownCauses } from "./text/unknown-causes.ts";
import { requestInWords, worldInWords } from "./witness.ts";

type Level = "error" | "warning" | "notice";

const LEVELS: Readonly<Record<Severity, Level>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "notice",
};

/** A runner shows so many of each level a step, and passes over the rest; https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations */
const MOST_SHOWN = 10;
/** It cuts a message after 4096 characters: each line of one is cut before. */
const LONGEST_LINE = 700;

interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly place: Partial<Place>;
  readonly lines: readonly string[];
}

/** Every line of it is text that the runner obeys or plain text: what the input says is escaped here. */
export const github: Render = (report, context) => {
  const cannotTell = unknownCauses(report);
  const shown = new Map<Level, number>();
  const commands: string[] = [];
  const rest: string[] = [];
  for (const annotation of [
    ...report.errors.map(ofError),
    ...worstFirst(report.findings).map((finding) => ofFinding(finding, context)),
  ]) {
    const count = shown.get(annotation.level) ?? 0;
    shown.set(annotation.level, count + 1);
    if (count < MOST_SHOWN) commands.push(command(annotation));
    else rest.push(inLog(annotation));
  }
  const doubts = cannotTell.map(
    ({ first, rules }) => `${position(first)}: unknown[${rules.join(", ")}] ${printable(first.message)}`,
  );
  const log = [
    ...(rest.length > 0 ? [`${rest.length} more, for GitHub shows ten annotations of each level:`] : []),
    ...rest,
    ...doubts,
    ...summary(report, cannotTell.length, context),
  ];
  return `${[...commands, withoutCommands(log.join("\n"))].join("\n")}\n`;
};

function ofFinding(finding: Finding, context: RenderContext): Annotation {
  const { rule, severity, message, witness, world, resource } = finding;
  const when = worldInWords(world, resource.format);
  return {
    level: LEVELS[severity],
    title: `${severity}[${rule}]`,
    place: finding,
    lines: [
      printable(message, LONGEST_LINE),
      ...(witness === undefined ? [] : [`allowed: ${requestInWords(witness)}`]),
      ...(when === undefined ? [] : [`when: ${when}`]),
      ...helpsFor(finding, context).map((words) => `help: ${words}`),
    ],
  };
}

function ofError({ message, help, file, line, column }: Report["errors"][number] & ReportError): Annotation {
  return {
    level: "error",
    title: "unconfused",
    place: {
      ...(file !== undefined && { file }),
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
    },
    lines: [printable(message, LONGEST_LINE), `help: ${printable(help, LONGEST_LINE)}`],
  };
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands: columns count on one line alone. */
function command({ level, title, place, lines }: Annotation): string {
  const { file, line, column, endLine = line, endColumn } = place;
  const oneLine = endLine === line;
  const properties = Object.entries({
    title,
    file: file === undefined ? undefined : printable(file),
    line,
    endLine,
    col: oneLine ? column : undefined,
    endColumn: oneLine ? endColumn : undefined,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${asProperty(`${value}`)}`]));
  const text = lines.map((each) => printable(each, LONGEST_LINE)).join("\n");
  return `::${level} ${properties.join(",")}::${asData(text)}`;
}

function inLog({ title, place: { file, line, column }, lines: [first = ""] }: Annotation): string {
  const where = file === undefined ? [] : [position({ file, ...(line && { line }), ...(column && { column }) })];
  return [...where, `${title} ${first}`].join(": ");
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function asData(text: string): string {
  return withoutCommands(text).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function asProperty(text: string): string {
  return asData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
