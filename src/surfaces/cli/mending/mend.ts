// The option --fix: writes edits into the files of a run, and gives notes on them.

import { mendable } from "../../../check.ts";
import type { Finding } from "../../../findings/report.ts";
import { chosen, type Mending, mendings, textsOf } from "../../../fixes/fixes.ts";
import { source } from "../../../text/source.ts";
import { readNamed } from "../../contents.ts";
import type { Host } from "../../host.ts";
import { pathOf } from "../../places.ts";
import { type JudgedFiles, judge } from "../inputs/judge.ts";
import type { Arguments } from "../options/arguments.ts";
import type { Progress } from "../progress.ts";
import { Stop, stopOnProblem } from "../stop.ts";

/** Overlapping edits need several rounds. */
const MOST_PASSES = 5;

/** The fixes of the findings of a run. */
export function mendingsOf(run: JudgedFiles): Mending {
  const { judged, report, input, around } = run;
  return mendings({ ...mendable(judged, input, around), report });
}

/** Gives notes for people. Throws Stop where a file cannot be written. */
export function mendFiles(given: Arguments, host: Host, progress: Progress): readonly string[] {
  const level = given.value("fix");
  if (level === undefined) return [];
  refuseOthers(given);
  // The check that follows reports the errors.
  const silent: Host = { ...host, write: () => {} };
  const written = new Set<string>();
  const refused = new Map<string, string>();
  let mended = 0;
  let run = judge(given, silent, progress);
  let mending = mendingsOf(run);
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const proposals = chosen(
      withoutFiles(mending, new Set(refused.keys())),
      level === "unsafe",
      mendable(run.judged, run.input, run.around).judge,
    );
    if (proposals.length === 0) break;
    const texts = textsOf(proposals);
    for (const file of texts.keys()) {
      const why = reasonToLeave(file, run, host);
      if (why !== undefined) refused.set(file, why);
    }
    const kept = proposals.filter(({ candidate: { edits } }) => !edits.some(({ source }) => refused.has(source.path)));
    for (const [file, text] of textsOf(kept)) {
      save(file, text, run, host);
      written.add(file);
    }
    mended += kept.reduce((sum, { findings }) => sum + findings.length, 0);
    run = judge(given, silent, progress);
    mending = mendingsOf(run);
  }
  const { findings } = run.report;
  const left = new Set(withoutFiles(mending, new Set(refused.keys())).proposals.flatMap((one) => one.findings));
  return [
    written.size === 0
      ? `no file was changed${findings.length === 0 || refused.size > 0 ? "" : `: no finding has a ${level === "safe" ? "safe fix" : "fix"}`}`
      : `fixed ${counted(mended, "finding")} in ${counted(written.size, "file")}: ${listed([...written])}`,
    ...Array.from(refused, ([file, why]) => `${file} is left as it is: ${why}`),
    ...(left.size > 0 && level === "safe"
      ? [`--fix=unsafe can fix ${left.size} more: look at what it changes before you deploy it`]
      : []),
    ...madeElsewhere(findings),
  ];
}

function refuseOthers(given: Arguments): void {
  if (given.positionals.includes("-")) {
    throw new Stop({
      message: "--fix cannot change standard input",
      help: "name the file, and it is changed in place",
    });
  }
  for (const option of ["update-baseline", "shard"] as const) {
    if (!given.has(option)) continue;
    const help = `run with --fix first, then with --${option}`;
    throw new Stop({ message: `--fix and --${option} contradict each other`, help });
  }
}

function withoutFiles(mending: Mending, files: ReadonlySet<string>): Mending {
  const proposals = mending.proposals.filter(
    ({ candidate: { edits } }) => !edits.some(({ source }) => files.has(source.path)),
  );
  return { ...mending, proposals };
}

const UTF8_MARK = "\uFEFF";

/** Why a file cannot be changed; undefined where it can: it is unchanged since it was judged, and is UTF-8 text. */
function reasonToLeave(file: string, { here, input }: JudgedFiles, host: Host): string | undefined {
  const judged = input.files.find(({ path }) => path === file);
  if (judged === undefined) return "it was not asked for";
  return stopOnProblem(file, () => {
    // Refuses a link that leads out of the repository.
    const now = readNamed(pathOf(here, file), host);
    const { text } = source(file, now);
    if (text !== source(file, judged.content).text) return "it has changed in the meantime; run again";
    const again = new TextEncoder().encode(text);
    const mark = now.length - again.length;
    const isSame = (mark === 0 || mark === UTF8_BYTES) && again.every((byte, index) => now[index + mark] === byte);
    return isSame ? undefined : "it is not UTF-8; save it as UTF-8, or change it by hand";
  });
}

const UTF8_BYTES = 3;

/** Written beside it, and renamed. */
function save(file: string, text: string, { here }: JudgedFiles, host: Host): void {
  const path = pathOf(here, file);
  stopOnProblem(file, () => {
    const [first, second, third] = host.read(path);
    const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
    host.save(path, isMarked ? UTF8_MARK + text : text);
  });
}

/** Findings in generated files: an edit would be lost when the program generates them again. */
function madeElsewhere(findings: readonly Finding[]): readonly string[] {
  const ofCdk = findings.filter(({ resource: { format, path } }) => format === "cdk" || path !== undefined);
  const ofPlans = findings.filter(({ resource: { format } }) => /^terraform-(?:plan|state)$/.test(format));
  return [
    ...(ofCdk.length > 0
      ? [
          `${counted(ofCdk.length, "finding")} of what the CDK made: change the program at ${listed(ofCdk.map(whereMade))}`,
        ]
      : []),
    ...(ofPlans.length > 0
      ? [`${counted(ofPlans.length, "finding")} of a plan or state: change the configuration, and plan again`]
      : []),
  ];
}

/** The line of the program, or the construct. */
function whereMade({ file, line, resource: { path, id } }: Finding): string {
  return /\.json$|\.template$/i.test(file) ? (path ?? id) : `${file}:${line}`;
}

const SHOWN = 3;

function listed(all: readonly string[]): string {
  const names = [...new Set(all)];
  const rest = names.length - SHOWN;
  return `${names.slice(0, SHOWN).join(", ")}${rest > 0 ? `, and ${rest} more` : ""}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
