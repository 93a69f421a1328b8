// The command `check`: what was asked for is read, judged, and written in every format; and the status that the run ends with.

import { dirname } from "node:path";
import { checked } from "../../../check.ts";
import type { Config } from "../../../config/config.ts";
import { excludesEverything, wholeFolders } from "../../../config/exclude.ts";
import { matchesFile } from "../../../config/files.ts";
import type { Report, ReportError } from "../../../findings/report.ts";
import { tool } from "../../../findings/tool.ts";
import type { RenderContext } from "../../../reporters/index.ts";
import { WORST_FIRST } from "../../../reporters/severities.ts";
import { nearest } from "../../../text/nearest.ts";
import { contentsOf, readNamed } from "../../contents.ts";
import type { Host } from "../../host.ts";
import { readParameters } from "../../parameters.ts";
import { located, named, type Places, pathOf, placesOf, reachOf, upwards } from "../../places.ts";
import { unmatchedExcludes, unmatchedParameters } from "../../unmatched.ts";
import { discover } from "../inputs/discover.ts";
import type { Search } from "../inputs/walk.ts";
import type { Arguments } from "../options/arguments.ts";
import { type Loaded, loadConfig } from "../options/config.ts";
import { COMMANDS, OPTIONS } from "../options/options.ts";
import { activeRules, changedRules } from "../options/selection.ts";
import { withOptions } from "../options/settings.ts";
import { shardIn } from "../options/shard.ts";
import { sourcesOf, writeReport } from "../outputs/output.ts";
import { refuseOutputs } from "../outputs/outputs.ts";
import { printNote, withProgress } from "../screen.ts";
import { Stop, stopOnProblem } from "../stop.ts";

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
  const here = placesOf(host);
  const loaded = loadConfig(given, host, here);
  const config = withOptions(loaded.config, given, loaded.rules);
  const parameters = readAll(given.values("parameters"), host, here);
  const search = searchFor(given, config, here);
  refuseMistypedCommand(search, host, here);
  if (given.has("debug"))
    printNote(host, loaded.from === undefined ? "no configuration" : `configuration: ${loaded.from}`);

  const found = discover(search, host, here);
  const isWalked = search.paths.some((path) => host.kindOf(located(here, path)) === "folder");
  const unused = isWalked
    ? unmatchedExcludes(
        search.unused(),
        found.files.map(({ path }) => path),
      )
    : [];
  const shard = shardIn(given, config, found.files);
  // What concerns the whole run one shard tells.
  const tellsOfRun = shard === undefined || shard.index === 1;
  const tell = (notes: readonly string[]) => {
    if (!given.has("quiet")) for (const text of notes) printNote(host, text);
  };
  if (tellsOfRun) tell([...found.notes, ...unused]);
  refuseOutputs(given, readBy(given, loaded, [...found.files, ...found.context], here), host, here);
  const { read, filesIn, names } = contentsOf(found.files, host, here, reachOf(search.paths, host, here));
  const input = { files: found.files, read, config, rules: loaded.added, parameters, today: host.today() };
  const isWhole = given.values("exclude").length === 0 && isAllBelow(loaded.from, search, here);
  const judge = () => checked(input, { context: found.context, filesIn, isWhole, shard });
  const isLong = found.files.length > MANY_FILES && !given.has("quiet");
  const judged = isLong ? withProgress(host, `checking ${found.files.length} files`, judge) : judge();
  const report = withErrors(judged.report, tellsOfRun ? found.errors : []);
  const strange = found.files.length > 0 ? unmatchedParameters(parameters, config, judged.declared()) : [];
  tell([...notesOf(report), ...(tellsOfRun ? strange : [])]);
  if (given.has("debug")) for (const text of judged.passes()) printNote(host, text);
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
    },
  };
  writeReport(report, given, host, here, context);
  return { report, status, context: { ...context, color: false } };
}

/** They take a second or more. */
const MANY_FILES = 20;

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

/**
 * `--allow-empty` is for folders that hold nothing, and for commits that touch nothing: whoever may change a repository
 * must not have it stand for a configuration that leaves nothing to check.
 */
function emptiedByConfig(given: Arguments, config: Config, host: Host, here: Places): boolean {
  if (config.exclude === undefined) return false;
  if (excludesEverything(config)) return true;
  const { exclude: _, ...rest } = config;
  const search = searchFor(given, rest, here);
  const isWalked = search.paths.some((path) => host.kindOf(located(here, path)) === "folder");
  return isWalked && discover(search, host, here).files.length > 0;
}

/** Whether all that the configuration's patterns can mean is walked through. */
function isAllBelow(config: string | undefined, { paths }: Search, here: Places): boolean {
  if (config === undefined) return false;
  const folder = dirname(pathOf(here, config));
  return paths.some((path) => [...upwards(folder)].includes(located(here, path)));
}

interface TypedSearch extends Search {
  /** The patterns of `--exclude` that have left nothing out so far. */
  unused(): readonly string[];
}

function searchFor(given: Arguments, config: Config, places: Places): TypedSearch {
  const paths = given.positionals.length === 0 ? ["."] : given.positionals;
  const stdinName = given.value("stdin-name");
  if (stdinName !== undefined && !paths.includes("-")) {
    throw new Stop({ message: "--stdin-name without standard input", help: "write '-' among the paths" });
  }
  const here = { directory: named(places, places.cwd) };
  const configured = wholeFolders(config.exclude ?? []);
  const typed = given.values("exclude").map((pattern) => ({ pattern, whole: wholeFolders([pattern]) }));
  const unused = new Set(given.values("exclude"));
  const leavesOut = (name: string) => {
    const matching = typed.filter(({ whole }) => matchesFile(here, whole, name));
    for (const { pattern } of matching) unused.delete(pattern);
    return matching.length > 0 || matchesFile(config, configured, name);
  };
  return {
    paths,
    stdinName: stdinName ?? "stdin",
    leavesOut,
    unused: () => [...unused],
  };
}

/** `unconfused explian x` asks for no file called explian, nor `unconfused help` for one called help. */
function refuseMistypedCommand({ paths: [first = "."] }: Search, host: Host, here: Places): void {
  const meant = Object.hasOwn(OPTIONS, first) ? `--${first}` : nearest(first, Object.keys(COMMANDS));
  if (meant === undefined || host.kindOf(located(here, first)) !== undefined) return;
  throw new Stop({ message: `there is no file and no command ${first}`, help: `did you mean 'unconfused ${meant}'?` });
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
