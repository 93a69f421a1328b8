// The report in Markdown, for comments and job summaries: a table of the findings, then each with its request and what to do.

import type { Finding } from "../findings/report.ts";
import { helpsFor } from "./help.ts";
import { asMarkdownText, codeSpan } from "./markup.ts";
import { position } from "./position.ts";
import type { Render, RenderContext } from "./render.ts";
import { rulePage } from "./rule-page.ts";
import { printable, withoutCommands } from "./screen.ts";
import { worstFirst } from "./severities.ts";
import { summary } from "./text/summary.ts";
import { unknownCauses } from "./text/unknown-causes.ts";
import { othersInWords, requestInWords, worldInWords } from "./witness.ts";

/** GitHub accepts comments of up to 65,536 characters: the rest is only counted. */
const MOST_TOLD = 50;
/** A request names all that it carries. */
const LONGEST = 5000;

export const markdown: Render = (report, context) => {
  const cannotTell = unknownCauses(report);
  const [counts = "", ...remarks] = summary(report, cannotTell.length, context);
  const findings = worstFirst(report.findings);
  const blocks = [
    `## Unconfused\n\n**${asMarkdownText(counts, LONGEST)}**`,
    ...(findings.length === 0 ? [] : [table(findings, context)]),
    ...findings.slice(0, MOST_TOLD).map((finding) => told(finding, context)),
    ...section(
      "Cannot tell",
      cannotTell.map(
        ({ first, rules }) =>
          `${place(first)} ${rules.map((rule) => codeSpan(rule)).join(", ")}: ${asMarkdownText(first.message.replace(/^cannot tell /, ""))}; because: ${asMarkdownText(first.source)}; help: ${asMarkdownText(first.help)}`,
      ),
    ),
    ...section(
      "Errors",
      report.errors.map(({ file, message, help, ...at }) =>
        [
          ...(file === undefined ? [] : [place({ ...at, file })]),
          `${asMarkdownText(message)}; help: ${asMarkdownText(help)}`,
        ].join(" "),
      ),
    ),
    ...section(
      undefined,
      remarks.map((remark) => asMarkdownText(remark, LONGEST)),
    ),
  ];
  // A line that a runner obeys is one in a log as well.
  return `${withoutCommands(blocks.join("\n\n"))}\n`;
};

function table(findings: readonly Finding[], context: RenderContext): string {
  const rows = findings
    .slice(0, MOST_TOLD)
    .map(
      (finding) =>
        `| ${finding.severity} | ${ruleLink(finding.rule, context)} | ${codeSpan(position(finding), true)} | ${asMarkdownText(finding.message)} |`,
    );
  const rest = findings.length - rows.length;
  return [
    "| severity | rule | where | what |",
    "|---|---|---|---|",
    ...rows,
    ...(rest > 0 ? [`| | | | and ${rest} more |`] : []),
  ].join("\n");
}

function told(finding: Finding, context: RenderContext): string {
  const { rule, severity, message, witness, world, callers, resource, related } = finding;
  const when = worldInWords(world, resource.format);
  const others = othersInWords(callers, witness);
  return [
    `### ${severity}: ${asMarkdownText(message)}\n`,
    `- where: ${place(finding)}, resource ${codeSpan(printable(resource.path ?? resource.id))}`,
    `- rule: ${ruleLink(rule, context)}`,
    ...(witness === undefined ? [] : [`- allowed: ${asMarkdownText(requestInWords(witness), LONGEST)}`]),
    ...(when === undefined ? [] : [`- when: ${asMarkdownText(when, LONGEST)}`]),
    ...(others === undefined ? [] : [`- also: ${asMarkdownText(others, LONGEST)}`]),
    ...related.map((each) => `- note: ${asMarkdownText(each.message)} (${place(each)})`),
    ...helpsFor(finding, context).map((help) => `- help: ${asMarkdownText(help, LONGEST)}`),
  ].join("\n");
}

function section(title: string | undefined, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, MOST_TOLD);
  const rest = items.length - shown.length;
  const list = [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].map((item) => `- ${item}`).join("\n");
  return [title === undefined ? list : `### ${title}\n\n${list}`];
}

function ruleLink(rule: string, context: RenderContext): string {
  const page = rulePage(rule, context);
  return page === undefined ? codeSpan(rule, true) : `[${codeSpan(rule, true)}](<${page.replaceAll("|", "%7C")}>)`;
}

function place(at: Parameters<typeof position>[0]): string {
  return codeSpan(position(at));
}
