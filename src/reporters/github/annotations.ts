// Annotations of findings and errors, as many as GitHub shows for a step, the most severe first.

import type { Severity } from "../../config/config.ts";
import type { Finding, Place, Report, ReportError } from "../../findings/report.ts";
import { helpsFor } from "../help.ts";
import type { RenderContext } from "../render.ts";
import { printable, withoutCommands } from "../screen.ts";
import { worstFirst } from "../severities.ts";
import { requestInWords, worldInWords } from "../witness.ts";

type Level = "error" | "warning" | "notice";

const LEVELS: Readonly<Record<Severity, Level>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "notice",
};

/** A runner shows so many of each level a step, and passes over the rest; https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations */
const MOST_SHOWN = 10;
/** GitHub cuts a message after 4096 characters, so each line of a message is shortened first. */
const LONGEST_LINE = 700;

export interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly place: Partial<Place>;
  readonly lines: readonly string[];
}

export interface Annotations {
  /** The last of a level says how many of it GitHub does not show. */
  readonly shown: readonly Annotation[];
  readonly rest: readonly Annotation[];
}

export function annotationsOf(
  { errors, findings }: Pick<Report, "errors" | "findings">,
  context: Pick<RenderContext, "rules">,
): Annotations {
  const all = [...errors.map(ofError), ...worstFirst(findings).map((finding) => ofFinding(finding, context))];
  const shown = new Set<Annotation>();
  for (const level of new Set(all.map((one) => one.level))) {
    for (const one of all.filter((each) => each.level === level).slice(0, MOST_SHOWN)) shown.add(one);
  }
  const rest = all.filter((one) => !shown.has(one));
  const last = new Map(Array.from(shown, (one) => [one.level, one]));
  const told = (one: Annotation): Annotation => {
    const more = last.get(one.level) === one ? rest.filter(({ level }) => level === one.level).length : 0;
    return more === 0 ? one : { ...one, lines: [...one.lines, `+${more} more: see the log`] };
  };
  return { shown: Array.from(shown, told), rest };
}

function ofFinding(finding: Finding, context: Pick<RenderContext, "rules">): Annotation {
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

/** Text that the runner obeys; of several lines the first is shown, for only on one line columns count: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
export function command({ level, title, place, lines }: Annotation): string {
  const { file, line, column, endLine, endColumn } = place;
  const properties = Object.entries({
    title,
    file: file === undefined ? undefined : printable(file),
    line,
    endLine: line,
    col: column,
    endColumn: endLine === line ? endColumn : undefined,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${asProperty(`${value}`)}`]));
  const text = lines.map((each) => printable(each, LONGEST_LINE)).join("\n");
  const words = properties.length === 0 ? "" : ` ${properties.join(",")}`;
  return `::${level}${words}::${asData(text)}`;
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function asData(text: string): string {
  return withoutCommands(text).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function asProperty(text: string): string {
  return asData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
