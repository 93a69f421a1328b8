// The summary of a job on GitHub: what was found and checked, which configuration counted, and who may enter what.

import type { Place, Report, ReportError } from "../../findings/report.ts";
import type { RenderContext } from "../../reporters/index.ts";
import { asMarkdownText } from "../../reporters/markup.ts";
import { WORST_FIRST } from "../../reporters/severities.ts";
import { summary } from "../../reporters/text/summary.ts";
import { unknownCauses } from "../../reporters/text/unknown-causes.ts";
import { mermaidMap } from "../../reporters/trust-map/mermaid.ts";
import { requestInWords } from "../../reporters/witness.ts";

/** In bytes, for each table: GitHub drops a summary of more than 1 MiB as a whole. */
const LARGEST_TABLE = 250_000;
const MOST_ROWS = 500;
const LONGEST_NAME = 200;

/** The address of a line in the repository, where there is one. */
export type LinkTo = (file: string, line: number | undefined) => string | undefined;

export function jobSummary(report: Report, context: RenderContext, linkTo: LinkTo): string {
  const cannotTell = unknownCauses(report);
  const [counts = "", ...remarks] = summary(report, cannotTell.length, context);
  const findings = WORST_FIRST.flatMap((severity) => report.findings.filter((one) => one.severity === severity));
  const placed = (place: Partial<Place>) => where(place, linkTo);
  return sections([
    `## Unconfused: ${HEADLINES[context.exitCode]}`,
    asMarkdownText(counts),
    remarks.map((remark) => `- ${asMarkdownText(remark)}`).join("\n"),
    ...errorSection(report.errors, linkTo),
    ...table(
      "Findings",
      ["severity", "rule", "where", "what"],
      findings.map((finding) => [
        finding.severity,
        `\`${finding.rule}\``,
        placed(finding),
        [finding.message, ...(finding.witness === undefined ? [] : [`Allowed: ${requestInWords(finding.witness)}`])]
          .map((words) => asMarkdownText(words))
          .join("<br>"),
      ]),
    ),
    ...table(
      "Cannot tell",
      ["rule", "where", "what", "what would decide it"],
      cannotTell.map(({ first, rules }) => [
        rules.map((rule) => `\`${rule}\``).join(", "),
        placed(first),
        asMarkdownText(first.message),
        asMarkdownText(first.help),
      ]),
    ),
    ...trustMap(report),
  ]);
}

const HEADLINES: Readonly<Record<RenderContext["exitCode"], string>> = {
  0: "nothing at or above the threshold",
  1: "findings at or above the threshold",
  2: "the check could not do what was asked",
  3: "nothing to check",
};

/** Of a run that was stopped before anything was checked. */
export function stoppedSummary(errors: readonly ReportError[], linkTo: LinkTo): string {
  return sections(["## Unconfused: nothing was checked", ...errorSection(errors, linkTo)]);
}

function errorSection(errors: readonly ReportError[], linkTo: LinkTo): readonly string[] {
  return table(
    "Errors",
    ["where", "what", "what to do"],
    errors.map((error) => [where(error, linkTo), asMarkdownText(error.message), asMarkdownText(error.help)]),
  );
}

function trustMap(report: Report): readonly string[] {
  const chart = mermaidMap(report);
  if (chart === undefined) return [];
  const rest = chart.leftOut === 0 ? [] : [`${chart.leftOut} more ways in are not drawn.`];
  return [
    "### Who may enter what",
    "Thick and red: a finding. Dotted: cannot tell. Thin and green: as it should be.",
    `\`\`\`mermaid\n${chart.text}\`\`\``,
    ...rest,
  ];
}

/** As many rows as fit, and how many there are beside them. */
function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const lines: string[] = [];
  let size = 0;
  for (const row of rows) {
    const line = inRow(row);
    size += Buffer.byteLength(line);
    if (size > LARGEST_TABLE || lines.length === MOST_ROWS) break;
    lines.push(line);
  }
  const left = rows.length - lines.length;
  return [
    `### ${title}`,
    [inRow(head), inRow(head.map(() => "---")), ...lines].join("\n"),
    ...(left > 0 ? [`+${left} more: see the log.`] : []),
  ];
}

function inRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function where({ file, line, column }: Partial<Place>, linkTo: LinkTo): string {
  if (file === undefined) return "";
  const words = asMarkdownText([file, line, column].filter((part) => part !== undefined).join(":"), LONGEST_NAME);
  const address = linkTo(file, line);
  return address === undefined ? words : `[${words}](${address})`;
}

/** With a blank line between them: after what looks like HTML, GitHub shows the text of a chart instead of drawing it. */
function sections(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
