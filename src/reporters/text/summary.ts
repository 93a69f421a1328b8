// The last lines of the text report: what was found, what was checked, and which settings counted.

import type { Caller, Report, Suppressed } from "../../findings/report.ts";
import { unsupportedReason } from "../../readers/index.ts";
import type { Basis, RenderContext } from "../render.ts";
import { printable } from "../screen.ts";
import { WORST_FIRST } from "../severities.ts";

/** Suppressions within the checked files. */
const IN_THE_INPUT: ReadonlySet<Suppressed["by"]> = new Set(["comment", "metadata", "acknowledge"]);

const NO_POLICY =
  "no role and no resource policy was found, such as AWS::IAM::Role or aws_s3_bucket_policy: name the files that have them";

const NO_CODE = "no infrastructure as code was found";
const NAME_FILES = "name the files or folders that have it: CloudFormation, cdk.out or Terraform";

/** One line with the counts of findings and of what was checked, then a line for each further remark. */
export function summary(report: Report, doubtCount: number, context: RenderContext): readonly string[] {
  if (report.summary.files === 0 && report.errors.length === 0) {
    return [
      [`nothing to check: ${whyNothing(report, context)}`, ...skipped(report)].join(", "),
      ...(whyNothing(report, context) === NO_CODE ? [NAME_FILES] : []),
      ...restsOn(context.basis),
    ];
  }
  return [
    report.summary.files === 0 && report.findings.length === 0
      ? `nothing was checked: ${count(report.errors.length, "error")}`
      : `${found(report, doubtCount, context.basis)} in ${checked(report, context.elapsedMs)}`,
    ...(context.rules.some(({ id }) => id === "public-trust")
      ? []
      : ["public-trust is off: open roles are not reported"]),
    ...(report.summary.policies === 0 && report.errors.length === 0 ? [NO_POLICY] : []),
    ...undeclared(
      report.grants.flatMap(({ callers }) => callers),
      context.basis?.config,
    ),
    ...shardOf(report),
    ...restsOn(context.basis),
  ];
}

function whyNothing({ shard }: Report, { basis }: RenderContext): string {
  if (shard !== undefined && shard.files > 0) return `shard ${shard.index} of ${shard.count} got none of the files`;
  return basis?.emptied ? "the configuration excludes everything, which --allow-empty does not cover" : NO_CODE;
}

function shardOf({ shard }: Report): readonly string[] {
  if (shard === undefined) return [];
  return [`shard ${shard.index} of ${shard.count}: 'unconfused merge' makes one report of all`];
}

/** The settings that the verdicts depend on: the author of a change can also change the configuration and metadata. */
function restsOn(basis: Basis | undefined): readonly string[] {
  if (basis === undefined) return [];
  const { config, inlineVerdicts, off, lowered, asked, since, baseline } = basis;
  const isFew = off.length > asked.length;
  return [
    ...(since === undefined ? [] : [thereAlready(since)]),
    ...(baseline === undefined || baseline.stale === 0 ? [] : [noMore(baseline)]),
    ...(config === undefined ? [] : [`configuration: ${printable(config)}`]),
    ...(isFew ? [`rules asked, no others: ${asked.join(", ") || "none"}`] : []),
    ...(!isFew && off.length > 0 ? [`rules off: ${off.join(", ")}`] : []),
    ...(lowered.length > 0 ? [`rules lowered: ${lowered.join(", ")}`] : []),
    ...(inlineVerdicts > 0
      ? [
          `${count(inlineVerdicts, "verdict rests", "verdicts rest")} on what the input says about itself in Metadata.Unconfused`,
        ]
      : []),
  ];
}

function thereAlready({ revision, findings, unknowns }: NonNullable<Basis["since"]>): string {
  const what = [
    ...(findings > 0 ? [count(findings, "finding")] : []),
    ...(unknowns > 0 ? [`${unknowns} cannot tell`] : []),
  ].join(" and ");
  const compared = `compared with ${printable(revision)}`;
  if (what === "") return `${compared}: nothing was there already`;
  return `${compared}: ${what} ${findings + unknowns === 1 ? "was" : "were"} there already, and ${findings + unknowns === 1 ? "is" : "are"} not reported again`;
}

function noMore({ file, stale }: NonNullable<Basis["baseline"]>): string {
  const one = stale === 1;
  const entries = `${count(stale, "entry", "entries")} of ${printable(file)}`;
  return `${entries} ${one ? "is no finding" : "are no findings"} any more: --update-baseline takes ${one ? "it" : "them"} out`;
}

function found({ findings, suppressed, errors, summary }: Report, doubtCount: number, basis?: Basis): string {
  const severities = WORST_FIRST.filter((severity) => summary.findings[severity] > 0);
  const bySeverity = severities.map((severity) => `${summary.findings[severity]} ${severity}`);
  const before = suppressed.filter(({ by }) => by === "baseline").length;
  const baselined = before - (basis?.since?.findings ?? 0);
  const silenced = suppressed.length - before;
  const byInput = suppressed.filter(({ by }) => IN_THE_INPUT.has(by)).length;
  return [
    findings.length === 0
      ? `no ${basis?.since === undefined ? "" : "new "}findings`
      : `${count(findings.length, basis?.since === undefined ? "finding" : "new finding")} (${bySeverity.join(", ")})`,
    ...(doubtCount > 0 ? [`${doubtCount} cannot tell`] : []),
    ...(silenced > 0 ? [`${silenced} suppressed${byInput > 0 ? ` (${byInput} by the input itself)` : ""}`] : []),
    ...(baselined > 0 ? [`${baselined} baselined`] : []),
    ...(errors.length > 0 ? [count(errors.length, "error")] : []),
  ].join(", ");
}

/** Files in forms that are not read. */
function skipped({ notes }: Report): readonly string[] {
  const files = new Set(notes.map(({ file }) => file).filter((file) => unsupportedReason(file) !== undefined));
  return files.size === 0 ? [] : [`${count(files.size, "file")} skipped`];
}

function checked(report: Report, elapsedMs: number | undefined): string {
  const { summary } = report;
  const grants = summary.grants.ok + summary.grants.finding + summary.grants.unknown;
  const extent = `${count(grants, "grant")} of ${count(summary.policies, "policy", "policies")} in ${count(summary.files, "file")}`;
  const time = elapsedMs === undefined ? [] : [seconds(elapsedMs)];
  return [extent, ...skipped(report), ...time].join(", ");
}

function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function undeclared(callers: readonly Caller[], config: string | undefined): readonly string[] {
  const accounts = new Set(callers.filter((caller) => caller.class === "undeclared").map(({ account }) => account));
  if (accounts.size === 0) return [];
  const one = accounts.size === 1;
  // 'init' does not replace a configuration that is there.
  const next =
    config === undefined
      ? `run 'unconfused init' to sort ${one ? "it" : "them"}`
      : `say in ${printable(config)} whose ${one ? "it is" : "they are"}`;
  return [`${count(accounts.size, "account is", "accounts are")} not declared: ${next}`];
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
