// The command `check`: reads and judges the inputs, writes the reports, and gives the exit status.

import { claimedAccounts } from "../../../config/claimed.ts";
import type { Config, Severity } from "../../../config/config.ts";
import type { Report } from "../../../findings/report.ts";
import { tool } from "../../../findings/tool.ts";
import { withFixes } from "../../../fixes/fixes.ts";
import type { RenderContext } from "../../../reporters/index.ts";
import { WORST_FIRST } from "../../../reporters/severities.ts";
import { grouped } from "../../../text/grouped.ts";
import type { Host } from "../../host.ts";
import { sourcesOf } from "../../sources.ts";
import { unmatchedParameters, unmatchedScopes } from "../../unmatched.ts";
import { judge } from "../inputs/judge.ts";
import { emptiedByConfig } from "../inputs/search.ts";
import { mendFiles, mendingsOf } from "../mending/mend.ts";
import type { Arguments } from "../options/arguments.ts";
import { activeRules, changedRules } from "../options/selection.ts";
import { writeReport } from "../outputs/output.ts";
import { progressOf } from "../progress.ts";
import { printNote } from "../screen.ts";

export type Status = 0 | 1 | 2 | 3;

export interface Outcome {
  readonly report: Report;
  readonly status: Status;
  /** A finding of one of these severities fails the run. */
  readonly failing: readonly Severity[];
  /** The context of the report, for a caller that writes it again in another format. */
  readonly context: RenderContext;
}

/** Throws Stop before anything is checked. */
export function check(given: Arguments, host: Host, extras: Pick<RenderContext, "category"> = {}): Outcome {
  const started = host.milliseconds();
  const progress = progressOf(host, given.has("quiet"));
  const mended = given.has("fix") ? mendFiles(given, host, progress) : [];
  const run = judge(given, host, progress);
  const { here, loaded, config, parameters, contents, judged, baseline, held, compared, since } = run;
  const { tellsOfRun, isCommit } = run;
  const isForPrograms = given.formats.some(({ format }) => format === "json" || format === "sarif");
  const found = run.report.findings.length;
  const tellsFixes = isForPrograms && found > 0 && found <= MOST_MENDED;
  if (tellsFixes) progress.at("fixes");
  const report = tellsFixes ? withFixes(run.report, mendingsOf(run)) : run.report;
  progress.clear();
  const unmatched =
    run.found.files.length === 0
      ? []
      : [
          ...unmatchedParameters(parameters, config, judged.declared()),
          ...claimedAccounts(config),
          ...(run.around.isWhole ? unmatchedScopes(config, contents.names()) : []),
        ];
  const notes = [...(tellsOfRun && !isCommit ? unmatched : []), ...(held?.notes ?? []), ...(since?.notes ?? [])];
  const unmended = isForPrograms && found > MOST_MENDED ? [NOT_MENDED] : [];
  if (!given.has("quiet"))
    for (const text of [...notesOf(report), ...notes, ...unmended, ...mended]) printNote(host, text);
  if (given.has("debug")) {
    progress.at("passes");
    const passes = judged.passes();
    progress.clear();
    for (const text of passes) printNote(host, text);
  }
  progress.at("report");
  progress.clear();
  const emptied = filesOf(report) === 0 && emptiedByConfig(given, config, host, here);
  const failing = failingFrom(config.failOn ?? "medium");
  const status = statusOf(report, failing, given.has("allow-empty") && !emptied);
  const context = {
    ...extras,
    rules: activeRules(config, loaded.rules, contents.names()),
    source: sourcesOf(contents.read, report),
    hidden: judged.hidden,
    exitCode: status,
    elapsedMs: host.milliseconds() - started,
    homepage: tool.home,
    basis: {
      config: loaded.from,
      emptied,
      inlineVerdicts: judged.inlineVerdicts,
      ...changedRules(config, loaded.rules, contents.names()),
      ...(baseline && held && { baseline: { file: baseline.name, stale: held.stale } }),
      ...(compared && since && { since: { ...since, revision: compared.revision } }),
    },
  };
  writeReport(report, given, host, here, context);
  if (given.has("debug")) printNote(host, progress.times());
  return { report, status, failing, context: { ...context, color: false } };
}

/** Proving a fix judges the whole policy again, so reports of more findings have no fixes. */
const MOST_MENDED = 2000;
const NOT_MENDED = `the report has no fixes, because there are more than ${MOST_MENDED} findings: --fix tries all of them`;

const MOST_NOTES = 10;

/** One line for equal messages, with the first place; at most MOST_NOTES lines. */
export function notesOf({ notes }: Report): readonly string[] {
  const all = Array.from(
    grouped(notes, ({ message }) => message),
    ([message, [first, ...others]]) =>
      `${message} (${first?.file}:${first?.line}${others.length > 0 ? `, and ${others.length} more` : ""})`,
  );
  const rest = all.length - MOST_NOTES;
  return rest > 0 ? [...all.slice(0, MOST_NOTES), `'unconfused check --format json' has ${rest} more notes`] : all;
}

function failingFrom(failOn: NonNullable<Config["failOn"]>): readonly Severity[] {
  return failOn === "never" ? [] : WORST_FIRST.slice(0, WORST_FIRST.indexOf(failOn) + 1);
}

/** 2 outranks 1, 1 outranks 3. */
function statusOf(report: Report, failing: readonly Severity[], allowEmpty: boolean): Status {
  if (report.errors.length > 0) return 2;
  if (failing.some((severity) => report.summary.findings[severity] > 0)) return 1;
  return filesOf(report) === 0 && !allowEmpty ? 3 : 0;
}

/** Of the whole run: a shard without files has nothing to fail for where other shards have some. */
function filesOf({ shard, summary }: Report): number {
  return shard?.files ?? summary.files;
}
