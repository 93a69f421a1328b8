// The report of a run: what was found in each file, counted.

import type { Resource as ReadResource } from "../readers/reader.ts";
import { UNUSED_IGNORE } from "../rules/rule.ts";
import { contextNotes, reportedFilter } from "./context.ts";
import type { Fingerprints, Identity } from "./fingerprint.ts";
import { inlineErrors } from "./inline-errors.ts";
import { inReadingOrder, type Met, valuesOf } from "./order.ts";
import type { Finding, Grant, Report, ReportError, ReportNote, Summary, Unknown } from "./report.ts";
import type { FileResult } from "./results.ts";
import { ignoresMet, type ShardTerms, shardOf } from "./shard.ts";
import { summaryOf } from "./summary.ts";
import type { FoundIn } from "./suppress/suppression.ts";
import { type SuppressionTerms, suppress } from "./suppress.ts";
import { tool } from "./tool.ts";

/** What a run is under. */
export interface Terms extends Omit<SuppressionTerms, "isShard"> {
  readonly shard?: ShardTerms | undefined;
  /** Those that were given to the findings of the files. */
  readonly fingerprints: Fingerprints;
}

export interface Assembled {
  readonly report: Report;
  /** By their fingerprints, what the findings are the same by. */
  readonly identities: ReadonlyMap<string, Identity>;
  /** Paths of the files of which the day of the run decides something. */
  readonly dated: ReadonlySet<string>;
}

export function assemble(files: readonly FileResult[], { shard, fingerprints, ...terms }: Terms): Assembled {
  const made: FoundIn[] = [];
  const madeUnknowns: Met<Unknown>[] = [];
  const all: (Met<Grant> & { readonly resource: ReadResource })[] = [];
  const isReported = reportedFilter(files);
  const hidden = new Set<string>();
  const indexes = new Map(files.map((file, index) => [file, index]));
  const orderOf = (file: FileResult, stage = 0): number => stage * files.length + (indexes.get(file) ?? 0);
  for (const file of files) {
    const order = orderOf(file);
    for (const { resource, findings, unknowns, grants } of file.policies) {
      for (const told of findings) {
        if (!isReported(resource, told.finding)) hidden.add(told.finding.fingerprint);
        made.push({ finding: told.finding, statement: told.statement, file, owner: resource });
      }
      for (const value of unknowns) if (isReported(resource, value)) madeUnknowns.push({ value, order });
      for (const value of grants) all.push({ value, order, resource });
    }
  }
  const isShard = shard !== undefined;
  const result = suppress(made, files, valuesOf(all), { ...terms, isShard }, fingerprints.of);
  const metAt = <T extends Finding>({ finding, file }: { readonly finding: T; readonly file: FileResult }): Met<T> => ({
    value: finding,
    // What is said of suppressions comes after all others.
    order: orderOf(file, finding.rule === UNUSED_IGNORE ? 1 : 0),
  });
  const isShown = ({ value }: Met<Finding>) => !hidden.has(value.fingerprint);
  const findings = inReadingOrder(result.findings.map(metAt).filter(isShown));
  const suppressed = inReadingOrder(result.suppressed.map(metAt).filter(isShown));
  const unknowns = inReadingOrder(madeUnknowns);
  const grants = all.filter(({ value, resource }) => isReported(resource, value));
  const reportedResources = new Set(grants.map(({ resource }) => resource));
  const asked = files.filter(({ isContext, isElsewhere }) => !isContext && !isElsewhere);
  const errors: readonly Met<ReportError>[] = [
    ...asked.flatMap((file) => file.errors.map((value) => ({ value, order: orderOf(file) }))),
    ...(terms.config.inline === false ? [] : inlineErrors(asked)).map(({ error, file }) => ({
      value: error,
      order: orderOf(file, 2),
    })),
  ];
  const here = files.filter(({ isElsewhere }) => !isElsewhere);
  const notes: readonly Met<ReportNote>[] = [
    ...contextNotes(here, result.findings.length - findings.length).map((value) => ({ value, order: -1 })),
    ...asked.flatMap((file) => file.notes.map((value) => ({ value, order: orderOf(file) }))),
  ];
  const lists = { findings, unknowns, grants, suppressed, errors, notes };
  const told = {
    findings: valuesOf(findings),
    unknowns: valuesOf(unknowns),
    grants: valuesOf(grants),
    suppressed: valuesOf(suppressed),
    errors: valuesOf(errors),
    notes: valuesOf(notes),
  };
  const report: Report = {
    version: 1,
    tool: { name: tool.name, version: tool.version },
    summary: summaryOf(
      told,
      extentOf(files, (resource) => isReported(resource) || reportedResources.has(resource)),
    ),
    ...told,
    ...(isShard && { shard: shardOf(shard, files, lists, ignoresMet(result.ignores, terms.config, all)) }),
  };
  return { report, identities: fingerprints.identities, dated: new Set(result.dated.map(({ path }) => path)) };
}

/** How much of files was looked at. */
export function extentOf(
  files: readonly FileResult[],
  isReported: (resource: ReadResource) => boolean,
): Pick<Summary, "files" | "resources" | "policies"> {
  const asked = files.filter(({ isContext, isElsewhere }) => !isContext && !isElsewhere);
  return {
    files: asked.filter(({ inputs }) => inputs.length > 0).length,
    resources: asked.flatMap(({ inputs }) => inputs.flatMap(({ resources }) => resources)).length,
    policies: files
      .flatMap(({ policies }) => policies)
      .filter(({ resource, hasWorlds }) => hasWorlds && isReported(resource)).length,
  };
}
