// The command `merge`: merges reports of shards or repositories into one, with the exit status of a single run.

import { mergedReport, type NamedReport } from "../../../findings/merge/reports.ts";
import type { Report, Shard } from "../../../findings/report.ts";
import { inJson } from "../../../reporters/json.ts";
import { limited } from "../../../reporters/sarif/limit.ts";
import { mergedLog, type NamedLog, severitiesIn } from "../../../reporters/sarif/merge.ts";
import { printableJson } from "../../../reporters/screen.ts";
import { WORST_FIRST } from "../../../reporters/severities.ts";
import { readNamed } from "../../contents.ts";
import type { Host } from "../../host.ts";
import { located, named, type Places, placesOf } from "../../places.ts";
import type { Arguments } from "../options/arguments.ts";
import { refuseOutputs } from "../outputs/outputs.ts";
import { uploadable } from "../outputs/upload.ts";
import { printNote } from "../screen.ts";
import { Stop, stopOnProblem } from "../stop.ts";
import type { Status } from "./check.ts";
import { mergeableIn } from "./mergeable.ts";

type Kind = "json" | "sarif";
type Severities = Report["summary"]["findings"];
type FailOn = Shard["failOn"];

interface Merged {
  readonly text: string;
  /** What people should know of the text. */
  readonly note?: string;
  readonly isFailed: boolean;
  readonly severities: Severities;
  /** Undefined where reports do not tell. */
  readonly files: number | undefined;
}

/** Throws Stop on what is no report, and on shards that are not all of a run. */
export function merge(given: Arguments, host: Host): Status {
  const here = placesOf(host);
  if (given.positionals.length === 0) {
    throw new Stop({ message: "'merge' takes reports", help: "name the reports in JSON or SARIF of all shards" });
  }
  refuseTwice(given.positionals, host, here);
  const parts = given.positionals.map((typed) => readPart(typed, host, here));
  const reports = parts.flatMap((part) => ("report" in part ? [part] : []));
  const logs = parts.flatMap((part) => ("log" in part ? [part] : []));
  const merged: Readonly<Record<Kind, Merged | undefined>> = stopOnProblem(undefined, () => ({
    json: reports.length === 0 ? undefined : ofReports(reports),
    sarif: logs.length === 0 ? undefined : ofLogs(logs),
  }));
  write(merged, given, host, here);
  const failOn = given.value("fail-on") ?? strictest(parts.flatMap(({ shard }) => shard?.failOn ?? []));
  return statusOf(
    [merged.json, merged.sarif].filter((one) => one !== undefined),
    failOn,
    given.has("allow-empty"),
  );
}

/** The findings of a report that is named twice would be counted twice. */
function refuseTwice(typed: readonly string[], host: Host, here: Places): void {
  const paths = typed.map((each) => host.realPath(located(here, each)) ?? located(here, each));
  const again = paths.findIndex((path, index) => paths.indexOf(path) !== index);
  if (again >= 0) throw new Stop({ message: `${typed[again]} is named twice`, help: "name each report once" });
}

function readPart(typed: string, host: Host, here: Places): NamedReport | NamedLog {
  const path = located(here, typed);
  const name = named(here, path);
  return stopOnProblem(name, () => mergeableIn(name, readNamed(path, host)));
}

function ofReports(reports: readonly NamedReport[]): Merged {
  const report = mergedReport(reports);
  return {
    text: inJson(report),
    isFailed: report.errors.length > 0,
    severities: report.summary.findings,
    files: report.summary.files,
  };
}

function ofLogs(logs: readonly NamedLog[]): Merged {
  const log = mergedLog(logs);
  const counts = logs.map(({ log: { runs } }) => runs[0].properties?.shard.files);
  return {
    ...uploadable((most) => printableJson(limited(log, most)), log.runs[0].results.length),
    isFailed: !log.runs[0].invocations[0].executionSuccessful,
    severities: severitiesIn(log),
    files: counts.some((count) => count === undefined) ? undefined : Math.max(...counts.map((count) => count ?? 0)),
  };
}

function write(merged: Readonly<Record<Kind, Merged | undefined>>, given: Arguments, host: Host, here: Places): void {
  const kinds = (["json", "sarif"] as const).filter((kind) => merged[kind] !== undefined);
  const [kind = "json", other] = kinds;
  const asked = given.values("format").length === 0 ? undefined : given.formats;
  const lacks = (one: Kind) => asked?.every(({ format }) => format !== one) ?? true;
  if (other !== undefined && (lacks(kind) || lacks(other))) {
    const help = "write --format json --output FILE --format sarif --output FILE";
    throw new Stop({ message: "there are reports in JSON and in SARIF: which of them goes where?", help });
  }
  const outputs = asked ?? [{ format: kind }];
  const reads = given.positionals.map((typed) => [located(here, typed), "a report to be merged"] as const);
  refuseOutputs({ formats: outputs }, new Map(reads), host, here);
  const of = ({ format }: (typeof outputs)[number]) => (format === "sarif" ? merged.sarif : merged.json);
  for (const each of outputs) {
    if (of(each) === undefined) {
      const { format } = each;
      throw new Stop({ message: `no report in ${format} is given`, help: `name what --format ${format} wrote` });
    }
  }
  for (const [index, each] of outputs.entries()) {
    const { output } = each;
    const one = of(each);
    if (one === undefined) continue;
    const notes = [...(index === 0 ? [inWords(one, given.positionals.length)] : []), one.note];
    for (const note of notes) if (note !== undefined && !given.has("quiet")) printNote(host, note);
    if (output === undefined) host.write("stdout", one.text);
    else stopOnProblem(output, () => host.save(located(here, output), one.text));
  }
}

function inWords({ severities, files, isFailed }: Merged, count: number): string {
  const some = WORST_FIRST.filter((severity) => severities[severity] > 0);
  const total = some.reduce((sum, severity) => sum + severities[severity], 0);
  const found =
    total === 0
      ? "no findings"
      : `${total} findings (${some.map((severity) => `${severities[severity]} ${severity}`).join(", ")})`;
  return [
    `${count} reports merged: ${found}${files === undefined ? "" : ` in ${files} files`}`,
    ...(isFailed ? ["some of it could not be checked"] : []),
  ].join(", ");
}

function strictest(all: readonly FailOn[]): FailOn {
  const rank = (one: FailOn) => (one === "never" ? -1 : WORST_FIRST.indexOf(one));
  return [...all].sort((one, other) => rank(other) - rank(one))[0] ?? "medium";
}

/** 2 outranks 1, 1 outranks 3. */
function statusOf(all: readonly Merged[], failOn: FailOn, allowEmpty: boolean): Status {
  if (all.some(({ isFailed }) => isFailed)) return 2;
  const failing = failOn === "never" ? [] : WORST_FIRST.slice(0, WORST_FIRST.indexOf(failOn) + 1);
  if (all.some(({ severities }) => failing.some((severity) => severities[severity] > 0))) return 1;
  return all.every(({ files }) => files === 0) && !allowEmpty ? 3 : 0;
}
