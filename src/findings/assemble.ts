// The report of a run: what was found in each file, counted.

import type { Resource as ReadResource } from "../readers/reader.ts";
import type { Ruling } from "../rules/questions/ruling.ts";
import { UNUSED_IGNORE } from "../rules/rule.ts";
import { originKey } from "../values/value.ts";
import { contextNotes, reportedFilter } from "./context.ts";
import { asFinding, type FindingContext, findingOf, grantOf, unknownOf } from "./finding.ts";
import { fingerprints, type Identity } from "./fingerprint.ts";
import { inlineErrors } from "./inline-errors.ts";
import { inReadingOrder, type Met, valuesOf } from "./order.ts";
import { contained } from "./problem.ts";
import type { Finding, Grant, Report, ReportError, ReportNote, Unknown } from "./report.ts";
import type { FileResult, PolicyResult } from "./results.ts";
import { ignoresMet, type ShardTerms, shardOf } from "./shard.ts";
import { summaryOf } from "./summary.ts";
import type { FoundIn } from "./suppress/suppression.ts";
import { type SuppressionTerms, suppress } from "./suppress.ts";
import { tool } from "./tool.ts";

/** What a run is under. */
export interface Terms extends Omit<SuppressionTerms, "isShard"> {
  readonly shard?: ShardTerms | undefined;
}

export interface Assembled {
  readonly report: Report;
  /** By their fingerprints, what the findings are the same by. */
  readonly identities: ReadonlyMap<string, Identity>;
}

export function assemble(files: readonly FileResult[], { shard, ...terms }: Terms): Assembled {
  const { of: fingerprint, identities } = fingerprints();
  const made: FoundIn[] = [];
  const madeUnknowns: Met<Unknown>[] = [];
  const all: (Met<Grant> & { readonly resource: ReadResource })[] = [];
  const isReported = reportedFilter(files);
  const hidden = new Set<string>();
  const bugs: Met<ReportError>[] = [];
  const indexes = new Map(files.map((file, index) => [file, index]));
  const orderOf = (file: FileResult, stage = 0): number => stage * files.length + (indexes.get(file) ?? 0);
  const tell = (file: FileResult, { resource, worlds, secret, rulings, judgement }: PolicyResult): void => {
    const context: FindingContext = { resource, worlds, secret, fingerprint };
    const order = orderOf(file);
    const final = terms.config.strict
      ? rulings.map((one) => (one.kind === "unknown" ? asFinding(one, resource) : one))
      : rulings;
    for (const ruling of final) {
      if (ruling.kind === "unknown") {
        const unknown = unknownOf(ruling, context);
        if (isReported(resource, unknown)) madeUnknowns.push({ value: unknown, order });
      } else {
        const finding = findingOf(ruling, context);
        if (!isReported(resource, finding)) hidden.add(finding.fingerprint);
        made.push({ finding, file, owner: resource, ...statementOf(ruling, judgement) });
      }
    }
    // An identity policy says what is permitted, and lets nobody in.
    if (worlds.some(({ result }) => result.policy === "identity")) return;
    all.push(...judgement.grants.map((judged) => ({ value: grantOf(judged, final, context), order, resource })));
  };
  for (const file of files) {
    for (const policy of file.policies) {
      const mistakes: ReportError[] = [];
      contained(() => tell(file, policy), undefined, { path: file.path, origin: policy.resource.origin }, mistakes);
      bugs.push(...mistakes.map((value) => ({ value, order: orderOf(file, 1) })));
    }
  }
  const isShard = shard !== undefined;
  const result = suppress(made, files, valuesOf(all), { ...terms, isShard }, fingerprint);
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
    ...bugs,
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
  const policies = files.flatMap((file) => file.policies);
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
    summary: summaryOf(told, {
      files: asked.filter(({ inputs }) => inputs.length > 0).length,
      resources: asked.flatMap(({ inputs }) => inputs.flatMap(({ resources }) => resources)).length,
      policies: policies.filter(
        ({ resource, worlds }) => worlds.length > 0 && (isReported(resource) || reportedResources.has(resource)),
      ).length,
    }),
    ...told,
    ...(isShard && { shard: shardOf(shard, files, lists, ignoresMet(result.ignores, terms.config, all)) }),
  };
  return { report, identities };
}

function statementOf({ grant: key }: Ruling, { grants }: PolicyResult["judgement"]): Pick<FoundIn, "statement"> {
  const statement = grants.find((each) => each.key === key)?.grant.statement;
  if (statement === undefined) return {};
  const own = originKey(statement.origin);
  const isBeside = (each: (typeof grants)[number]) =>
    each.key !== key && originKey(each.grant.statement.origin) === own;
  // Asked of few: thousands may stand in one statement.
  const others = () => grants.filter(isBeside).map(({ grant }) => grant.origin);
  return { statement: { origin: statement.origin, others } };
}
