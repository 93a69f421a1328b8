// Finds, reads and judges the files of a run: the first step of check, grants, init, --fix and the language server.

import { type CheckAround, type Checked, type CheckInput, checked } from "../../../check.ts";
import type { Config } from "../../../config/config.ts";
import type { Report, ReportError } from "../../../findings/report.ts";
import { type Contents, contentsOf, readNamed } from "../../contents.ts";
import type { Host } from "../../host.ts";
import { readParameters } from "../../parameters.ts";
import { located, named, type Places, pathOf, placesOf, reachOf } from "../../places.ts";
import { unmatchedExcludes } from "../../unmatched.ts";
import { type BaselineFile, baselineOf, type Held, heldAgainst } from "../before/baseline.ts";
import { lookedAt } from "../before/looked.ts";
import { type Compared, comparedWith, openedSince, type Since } from "../before/since.ts";
import { cacheOf } from "../cache/cache.ts";
import type { Arguments } from "../options/arguments.ts";
import { type Loaded, loadConfig } from "../options/config.ts";
import { withOptions } from "../options/settings.ts";
import { shardIn } from "../options/shard.ts";
import { refuseOutputs } from "../outputs/outputs.ts";
import type { Progress } from "../progress.ts";
import { printNote } from "../screen.ts";
import { stopOnProblem } from "../stop.ts";
import { discover, type Found } from "./discover.ts";
import { isAllBelow, refuseMistypedCommand, searchFor, walksFolders } from "./search.ts";

export interface JudgedFiles {
  readonly here: Places;
  readonly loaded: Loaded;
  readonly config: Config;
  readonly parameters: NonNullable<CheckInput["parameters"]>;
  readonly found: Found;
  readonly contents: Contents;
  readonly input: CheckInput;
  readonly around: CheckAround;
  readonly judged: Checked;
  /** Without the findings that a baseline or --since takes out. */
  readonly report: Report;
  readonly baseline: BaselineFile | undefined;
  readonly held: Held | undefined;
  readonly compared: Compared | undefined;
  readonly since: Since | undefined;
  /** Whether this run gives the notes on the whole run: of several shards only the first does. */
  readonly tellsOfRun: boolean;
  /** A hook names all files of a commit: no notes that some are no infrastructure as code, or that settings match nothing in them. */
  readonly isCommit: boolean;
}

/** Throws Stop before anything is checked. */
export function judge(given: Arguments, host: Host, progress: Progress): JudgedFiles {
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

  const settings = { config, rules: loaded.added, parameters, files: loaded.files.keys() };
  const cache = given.has("cache") ? cacheOf(given, settings, search, host, here) : undefined;
  const found = discover(search, host, here, (done) => progress.at("files", done), cache?.kindOf);
  progress.clear();
  const isWalked = walksFolders(search, host, here);
  const paths = found.files.map(({ path }) => path);
  const unused = isWalked ? unmatchedExcludes(search.unused(), paths) : [];
  const shard = shardIn(given, found.files, { config, rules: loaded.added, parameters });
  const tellsOfRun = shard === undefined || shard.index === 1;
  const isCommit = given.has("allow-empty") && !isWalked;
  if (tellsOfRun && !given.has("quiet")) {
    for (const text of [...found.notes, ...(isCommit ? [] : found.foreignNotes), ...unused]) printNote(host, text);
  }
  refuseOutputs(given, readBy(given, loaded, [...found.files, ...found.context], here), host, here, baseline);
  const newContents = () => contentsOf(found.files, host, here, reachOf(search.paths, host, here));
  const contents = newContents();
  const { read, filesIn } = contents;
  const input = { files: found.files, read, config, rules: loaded.added, parameters, today: host.today() };
  const isWhole = given.values("exclude").length === 0 && isAllBelow(loaded.from, search, here);
  const around = { context: found.context, filesIn, isWhole, shard };
  const told = { ...around, progress: progress.at };
  const mayCache = shard === undefined && found.context.length === 0 && found.files.length > 0;
  const judged = mayCache && cache ? cache.judged(input, told, contents, newContents()) : checked(input, told);
  progress.clear();
  if (given.has("debug") && given.has("cache")) printNote(host, mayCache && cache ? cache.words() : NO_CACHE);
  const unread = new Set(found.errors.map(({ file }) => file));
  const met = contents.errors().filter(({ file }) => !unread.has(file));
  const all = withErrors(judged.report, tellsOfRun ? [...found.errors, ...met] : []);
  const run = { report: all, files: found.files, search, config, rules: loaded.rules };
  const held = baseline && heldAgainst(baseline, judged, all, lookedAt(run, host, here), host);
  const today = { report: held?.report ?? all, judged, input, search };
  if (compared !== undefined) progress.at("before");
  const since = compared && openedSince(compared, today, host, here);
  progress.clear();
  const { report } = since ?? today;
  return {
    ...{ here, loaded, config, parameters, found, contents, input, around, judged, report },
    ...{ baseline, held, compared, since, tellsOfRun, isCommit },
  };
}

const NO_CACHE =
  "no cache: it serves files and folders that are checked whole, where the user has a folder of their own";

function readAll(files: readonly string[], host: Host, here: Places): Readonly<Record<string, unknown>> {
  const maps = files.map((file) => {
    const path = located(here, file);
    return stopOnProblem(named(here, path), () => readParameters(named(here, path), readNamed(path, host)));
  });
  return Object.fromEntries(maps.flatMap((map) => [...map]));
}

/** The files of a run by absolute path, with what each is: "an input", "the configuration". */
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
