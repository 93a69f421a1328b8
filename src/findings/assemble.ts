// The report of a run: what was found in each file, counted.

import type { Severity } from "../config/config.ts";
import type { Resource as ReadResource } from "../readers/reader.ts";
import { contextNotes, reportedFilter } from "./context.ts";
import { asFinding, type FindingContext, findingOf, grantOf, unknownOf } from "./finding.ts";
import { fingerprints } from "./fingerprint.ts";
import { inlineErrors } from "./inline-errors.ts";
import { contained } from "./problem.ts";
import type { Grant, Report, ReportError, Unknown } from "./report.ts";
import type { FileResult, PolicyResult } from "./results.ts";
import type { FoundIn } from "./suppress/suppression.ts";
import { type SuppressionTerms, suppress } from "./suppress.ts";
import { tool } from "./tool.ts";

export function assemble(files: readonly FileResult[], terms: SuppressionTerms): Report {
  const fingerprint = fingerprints();
  const made: FoundIn[] = [];
  const unknowns: Unknown[] = [];
  const all: { readonly grant: Grant; readonly resource: ReadResource }[] = [];
  const isReported = reportedFilter(files);
  const hidden = new Set<string>();
  const bugs: ReportError[] = [];
  const tell = (file: FileResult, { resource, worlds, secret, rulings, judgement }: PolicyResult): void => {
    const context: FindingContext = { resource, worlds, secret, fingerprint };
    const final = terms.config.strict
      ? rulings.map((one) => (one.kind === "unknown" ? asFinding(one, resource) : one))
      : rulings;
    for (const ruling of final) {
      if (ruling.kind === "unknown")
        unknowns.push(...[unknownOf(ruling, context)].filter((one) => isReported(resource, one)));
      else {
        const finding = findingOf(ruling, context);
        if (!isReported(resource, finding)) hidden.add(finding.fingerprint);
        made.push({ finding, file, owner: resource });
      }
    }
    all.push(...judgement.grants.map((judged) => ({ grant: grantOf(judged, final, context), resource })));
  };
  for (const file of files) {
    for (const policy of file.policies) {
      contained(() => tell(file, policy), undefined, { path: file.path, origin: policy.resource.origin }, bugs);
    }
  }
  const result = suppress(
    made,
    files,
    all.map(({ grant }) => grant),
    terms,
    fingerprint,
  );
  const findings = result.findings.filter((one) => !hidden.has(one.fingerprint));
  const suppressed = result.suppressed.filter((one) => !hidden.has(one.fingerprint));
  const reportedGrants = all.filter(({ grant, resource }) => isReported(resource, grant));
  const grants = reportedGrants.map(({ grant }) => grant);
  const reportedResources = new Set(reportedGrants.map(({ resource }) => resource));
  const asked = files.filter(({ isContext }) => !isContext);
  const errors = [
    ...asked.flatMap((file) => file.errors),
    ...bugs,
    ...(terms.config.inline === false ? [] : inlineErrors(asked)),
  ];
  const policies = files.flatMap((file) => file.policies);
  const verdicts = (verdict: Grant["verdict"]): number => grants.filter((grant) => grant.verdict === verdict).length;
  const bySeverity = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    version: 1,
    tool: { name: tool.name, version: tool.version },
    summary: {
      files: asked.filter(({ inputs }) => inputs.length > 0).length,
      resources: asked.flatMap(({ inputs }) => inputs.flatMap(({ resources }) => resources)).length,
      policies: policies.filter(({ resource }) => isReported(resource) || reportedResources.has(resource)).length,
      grants: { ok: verdicts("ok"), finding: verdicts("finding"), unknown: verdicts("unknown") },
      findings: {
        low: bySeverity("low"),
        medium: bySeverity("medium"),
        high: bySeverity("high"),
        critical: bySeverity("critical"),
      },
      unknowns: unknowns.length,
      suppressed: suppressed.length,
      baselined: 0,
      errors: errors.length,
    },
    findings: inReadingOrder(findings),
    unknowns: inReadingOrder(unknowns),
    grants,
    suppressed: inReadingOrder(suppressed),
    errors,
    notes: [...contextNotes(files, result.findings.length - findings.length), ...asked.flatMap((file) => file.notes)],
  };
}

function inReadingOrder<T extends { readonly file: string; readonly line: number; readonly column: number }>(
  places: readonly T[],
): T[] {
  return [...places].sort(
    (one, other) => compare(one.file, other.file) || one.line - other.line || one.column - other.column,
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
