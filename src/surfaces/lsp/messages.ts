// The report on a file as diagnostics, hovers and code actions of the Language Server Protocol.

import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Hover,
  MarkupKind,
  type Position,
  type Range,
  type TextDocumentEdit,
} from "vscode-languageserver";
import type { Severity } from "../../config/config.ts";
import { isOfContext } from "../../findings/context.ts";
import type { Finding, Fix, Place, ReportError, ReportNote, Unknown } from "../../findings/report.ts";
import { tool } from "../../findings/tool.ts";
import { helpsFor } from "../../reporters/help.ts";
import { asMarkdown, asMarkdownText, codeSpan } from "../../reporters/markup.ts";
import { rulePage } from "../../reporters/rule-page.ts";
import { printable } from "../../reporters/screen.ts";
import { othersInWords, requestInWords, worldInWords } from "../../reporters/witness.ts";
import type { Judgement } from "./judgement.ts";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  critical: DiagnosticSeverity.Error,
  high: DiagnosticSeverity.Error,
  medium: DiagnosticSeverity.Warning,
  low: DiagnosticSeverity.Information,
};

export type UriOf = (file: string) => string;

/** Of a finding or an unknown. */
type Told = Finding | Unknown;

export function diagnosticsOf(judgement: Judgement, uriOf: UriOf): Diagnostic[] {
  const { report, file } = judgement;
  return [
    ...report.findings.flatMap((finding) => told(finding, SEVERITIES[finding.severity], judgement, uriOf)),
    ...report.unknowns.flatMap((unknown) => told(unknown, DiagnosticSeverity.Information, judgement, uriOf)),
    ...report.errors.filter((error) => error.file === file).map(diagnosticOfError),
    ...report.notes.filter((note) => note.file === file && !isOfContext(note)).map(diagnosticOfNote),
  ];
}

function told(one: Told, severity: DiagnosticSeverity, judgement: Judgement, uriOf: UriOf): Diagnostic[] {
  const range = rangeIn(one, judgement.file);
  if (range === undefined) return [];
  const page = rulePage(one.rule, { rules: judgement.rules, homepage: tool.home });
  const related = "related" in one ? one.related : [];
  return [
    {
      range,
      severity,
      source: tool.name,
      code: one.rule,
      ...(page !== undefined && { codeDescription: { href: page } }),
      message: [one.message, ...helps(one, judgement)].map((line) => printable(line)).join("\n"),
      relatedInformation: related.map((place) => ({
        location: { uri: uriOf(place.file), range: rangeOf(place) },
        message: printable(place.message),
      })),
    },
  ];
}

function helps(one: Told, { rules }: Judgement): readonly string[] {
  return "severity" in one ? helpsFor(one, { rules }) : [one.help];
}

export function diagnosticOfError({ message, help, ...place }: ReportError): Diagnostic {
  return diagnosticAt(place, DiagnosticSeverity.Error, `${printable(message)}\n${printable(help)}`);
}

/** What was skipped must not look as if it were found to be good. */
function diagnosticOfNote({ message, ...place }: ReportNote): Diagnostic {
  return diagnosticAt(place, DiagnosticSeverity.Information, printable(message));
}

function diagnosticAt(
  { line = 1, column = 1 }: Pick<ReportError, "line" | "column">,
  severity: DiagnosticSeverity,
  message: string,
): Diagnostic {
  const start = { line: line - 1, character: column - 1 };
  return { range: { start, end: start }, severity, source: tool.name, message };
}

/** A finding in a generated file is shown there, with its place in the author's program as related information. */
function rangeIn(one: Told, file: string): Range | undefined {
  if (one.file === file) return rangeOf(one);
  const place = "related" in one ? one.related.find((each) => each.file === file) : undefined;
  return place && rangeOf(place);
}

/** Our places count from 1, the protocol's from 0; both count UTF-16 code units. */
function rangeOf({ line, column, endLine, endColumn }: Place): Range {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  };
}

export function hoverOf(judgement: Judgement, at: Position): Hover | undefined {
  const { report, file } = judgement;
  const here = [...report.findings, ...report.unknowns].flatMap((one) => {
    const range = rangeIn(one, file);
    return range !== undefined && isWithin(at, range) ? [{ one, range }] : [];
  });
  const [first] = here;
  if (first === undefined) return undefined;
  const value = here.map(({ one }) => explained(one, judgement)).join("\n\n---\n\n");
  return { contents: { kind: MarkupKind.Markdown, value }, range: first.range };
}

function explained(one: Told, judgement: Judgement): string {
  const rule = judgement.rules.find(({ id }) => id === one.rule);
  const page = rulePage(one.rule, { rules: judgement.rules, homepage: tool.home });
  const request = "witness" in one ? one.witness : "wouldAllow" in one ? one.wouldAllow : undefined;
  const when = worldInWords(one.world, one.resource.format);
  const others = othersInWords(one.callers, request);
  const name = codeSpan(one.rule);
  const leads = "severity" in one ? "Allowed" : "Would be allowed";
  return [
    `**${asMarkdownText(one.message)}**`,
    ...(request === undefined ? [] : [`${leads}: ${codeSpan(requestInWords(request))}`]),
    ...(when === undefined ? [] : [`When ${codeSpan(when)}`]),
    ...(others === undefined ? [] : [`Also: ${asMarkdownText(others)}`]),
    ...helps(one, judgement).map((help) => asMarkdownText(help)),
    ...(rule === undefined ? [] : [asMarkdown(rule.why.trim())]),
    page === undefined ? name : `[${name}](${page})`,
  ].join("\n\n");
}

function isWithin({ line, character }: Position, { start, end }: Range): boolean {
  const afterStart = line > start.line || (line === start.line && character >= start.character);
  return afterStart && (line < end.line || (line === end.line && character <= end.character));
}

/** The fixes of the findings that a range touches. `versionOf`: of open files; an editor refuses an edit of another version. */
export function actionsFor(
  judgement: Judgement,
  range: Range,
  uriOf: UriOf,
  versionOf: (uri: string) => number | null,
): CodeAction[] {
  return judgement.withFixes().findings.flatMap((finding) => {
    const own = rangeIn(finding, judgement.file);
    if (own === undefined || !(isWithin(range.start, own) || isWithin(own.start, range))) return [];
    const diagnostics = told(finding, SEVERITIES[finding.severity], judgement, uriOf);
    return (finding.fixes ?? []).map((fix, index) => ({
      title: fix.safe ? printable(fix.description) : `${printable(fix.description)} (look at it before you deploy it)`,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      isPreferred: fix.safe && index === 0,
      edit: { documentChanges: changes(fix, uriOf, versionOf) },
    }));
  });
}

function changes({ edits }: Fix, uriOf: UriOf, versionOf: (uri: string) => number | null): TextDocumentEdit[] {
  const files = [...new Set(edits.map(({ file }) => file))];
  return files.map((file) => {
    const uri = uriOf(file);
    return {
      textDocument: { uri, version: versionOf(uri) },
      edits: edits.filter((edit) => edit.file === file).map((edit) => ({ range: rangeOf(edit), newText: edit.text })),
    };
  });
}
