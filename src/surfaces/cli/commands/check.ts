// The command `check`: what was asked for is read, judged, and written in every format; and the status that the run ends with.

import { checked } from "../../../check.ts";
import type { Config } from "../../../config/config.ts";
import type { Report, ReportError } from "../../../findings/report.ts";
import { tool } from "../../../findings/tool.ts";
import type { RenderContext } from "../../../reporters/index.ts";
import { WORST_FIRST } from "../../../reporters/severities.ts";
import { contentsOf, readNamed } from "../../contents.ts";
import type { Host } from "../../host.ts";
import { readParameters } from "../../parameters.ts";
import { located, named, type Places, pathOf, placesOf, reachOf } from "../../places.ts";
import { unmatchedExcludes, unmatchedParameters } from "../../unmatched.ts";
import { baselineOf, heldAgainst } from "../before/baseline.ts";
import { lookedAt } from "../before/looked.ts";
import { comparedWith, openedSince } from "../before/since.ts";
import { discover } from "../inputs/discover.ts";
import { emptiedByConfig, isAllBelow, refuseMistypedCommand, searchFor, walksFolders } from "../inputs/search.ts";
import type { Arguments } from "../options/arguments.ts";
import { type Loaded, loadConfig } from "../options/config.ts";
import { activeRules, changedRules } from "../options/selection.ts";
import { withOptions } from "../options/settings.ts";
import { shardIn } from "../options/shard.ts";
import { sourcesOf, writeReport } from "../outputs/output.ts";
import { refuseOutputs } from "../outputs/outputs.ts";
import { progressOf } from "../progress.ts";
import { printNote } from "../screen.ts";
import { stopOnProblem } from "../stop.ts";

export type Status = 0 | 1 | 2 | 3;

export interface Outcome {
  readonly report: Report;
  readonly status: Status;
  /** What the report was written with, for who writes it once more. */
  readonly context: RenderContext;
}

/** Throws Stop before anything is checked. */
export function check(given: Arguments, host: Host, extras: Pick<RenderContext, "category"> = {}): Outcome {
  const started = host.milliseconds();
  const progress = progressOf(host, given.has("quiet"));
  const here = placesOf(host);
  const loaded = loadConfig(given, host, here);
  const config = withOptions(loaded.config, given, loaded.rules);
  const parameters = readAll(given.values("parameters"), host, here);
  const search = searchFor(given, config, here);
  refuseMistypedCommand(search, host, here);
  const baseline = baselineOf(given, host, here);
  const compared = comparedWith(given, search, host, here);
  if (given.has("debug"))
    printNote(host, loaded.from === undefined ? "no configuration" : `configuration: ${loaded.from}`);

  const found = discover(search, host, here, (done) => progress.at("files", done));
  progress.clear();
  const isWalked = walksFolders(search, host, here);
  const unused = isWalked
    ? unmatchedExcludes(
        search.unused(),
        found.files.map(({ path }) => path),
      )
    : [];
  const shard = shardIn(given, found.files, { config, rules: loaded.added, parameters });
  // What concerns the whole run one shard tells.
  const tellsOfRun = shard === undefined || shard.index === 1;
  const tell = (notes: readonly string[]) => {
    if (!given.has("quiet")) for (const text of notes) printNote(host, text);
  };
  // A hook names the files of a commit: that some are none of ours, or declare nothing of what was set, is no news.
  const isCommit = given.has("allow-empty") && !isWalked;
  if (tellsOfRun) tell([...found.notes, ...(isCommit ? [] : found.foreignNotes), ...unused]);
  refuseOutputs(given, readBy(given, loaded, [...found.files, ...found.context], here), host, here, baseline);
  const { read, filesIn, names } = contentsOf(found.files, host, here, reachOf(search.paths, host, here));
  const input = { files: found.files, read, config, rules: loaded.added, parameters, today: host.today() };
  const isWhole = given.values("exclude").length === 0 && isAllBelow(loaded.from, search, here);
  const judged = checked(input, { context: found.context, filesIn, isWhole, shard, progress: progress.at });
  progress.clear();
  const all = withErrors(judged.report, tellsOfRun ? found.errors : []);
  const run = { report: all, files: found.files, search, config, rules: loaded.rules };
  const held = baseline && heldAgainst(baseline, judged, all, lookedAt(run, host, here), host);
  const today = { report: held?.report ?? all, judged, input, search };
  const since = compared && openedSince(compared, today, host, here);
  const { report } = since ?? today;
  const strange = found.files.length > 0 ? unmatchedParameters(parameters, config, judged.declared()) : [];
  const notes = [...(tellsOfRun && !isCommit ? strange : []), ...(held?.notes ?? []), ...(since?.notes ?? [])];
  tell([...notesOf(report), ...notes]);
  if (given.has("debug")) {
    progress.at("passes");
    const passes = judged.passes();
    progress.clear();
    for (const text of passes) printNote(host, text);
  }
  progress.at("report");
  progress.clear();
  const emptied = filesOf(report) === 0 && emptiedByConfig(given, config, host, here);
  const status = statusOf(report, config.failOn ?? "medium", given.has("allow-empty") && !emptied);
  const context = {
    ...extras,
    rules: activeRules(config, loaded.rules, names()),
    source: sourcesOf(read, report),
    hidden: judged.hidden,
    exitCode: status,
    elapsedMs: host.milliseconds() - started,
    homepage: tool.home,
    basis: {
      config: loaded.from,
      emptied,
      inlineVerdicts: judged.inlineVerdicts,
      ...changedRules(config, loaded.rules, names()),
      ...(baseline && held && { baseline: { file: baseline.name, stale: held.stale } }),
      ...(compared && since && { since: { ...since, revision: compared.revision } }),
    },
  };
  writeReport(report, given, host, here, context);
  if (given.has("debug")) printNote(host, progress.times());
  return { report, status, context: { ...context, color: false } };
}

const MOST_NOTES = 10;

/** One a message; the report has all of them. */
function notesOf({ notes }: Report): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { message, file, line } of notes) {
    places.set(message, [...(places.get(message) ?? []), `${file}:${line}`]);
  }
  const all = [...places].map(([message, [first, ...others]]) => {
    return `${message} (${first}${others.length > 0 ? `, and ${others.length} more` : ""})`;
  });
  const rest = all.length - MOST_NOTES;
  return rest > 0 ? [...all.slice(0, MOST_NOTES), `${rest} more notes are in the report in JSON`] : all;
}

function readAll(files: readonly string[], host: Host, here: Places): Readonly<Record<string, unknown>> {
  const maps = files.map((file) => {
    const path = located(here, file);
    return stopOnProblem(named(here, path), () => readParameters(named(here, path), readNamed(path, host)));
  });
  return Object.fromEntries(maps.flatMap((map) => [...map]));
}

/** The files of a run by absolute path, and what each is to it. */
function readBy(
  given: Arguments,
  { files }: Loaded,
  inputs: readonly { readonly path: string }[],
  here: Places,
): ReadonlyMap<string, string> {
  return new Map([
    ...inputs.map(({ path }) => [pathOf(here, path), "an input"] as const),
    ...given.positionals.map((path) => [located(here, path), "an input"] as const),
    ...given.values("parameters").map((path) => [located(here, path), "a file of parameters"] as const),
    ...files,
  ]);
}

function withErrors(report: Report, errors: readonly ReportError[]): Report {
  const all = [...errors, ...report.errors];
  const { shard } = report;
  const order = shard && { ...shard.order, errors: [...errors.map(() => -1), ...shard.order.errors] };
  return {
    ...report,
    summary: { ...report.summary, errors: all.length },
    errors: all,
    ...(shard && order && { shard: { ...shard, order } }),
  };
}

/** 2 outranks 1, 1 outranks 3. */
function statusOf(report: Report, failOn: NonNullable<Config["failOn"]>, allowEmpty: boolean): Status {
  if (report.errors.length > 0) return 2;
  const failing = failOn === "never" ? [] : WORST_FIRST.slice(0, WORST_FIRST.indexOf(failOn) + 1);
  if (failing.some((severity) => report.summary.findings[severity] > 0)) return 1;
  return filesOf(report) === 0 && !allowEmpty ? 3 : 0;
}

/** Of the whole run: a shard that got none of many has done its part. */
function filesOf({ shard, summary }: Report): number {
  return shard?.files ?? summary.files;
}
