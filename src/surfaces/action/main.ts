// The GitHub Action: runs a check by its inputs, and writes outputs, annotations and the job summary.

import { hash } from "node:crypto";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { getInput, isDebug, setFailed, setOutput, summary } from "@actions/core";
import type { Report, ReportError } from "../../findings/report.ts";
import { annotationsOf, command } from "../../reporters/github/annotations.ts";
import { check, type Outcome, type Status } from "../cli/commands/check.ts";
import { guarded } from "../cli/main.ts";
import { readArguments } from "../cli/options/arguments.ts";
import { Stop } from "../cli/stop.ts";
import { type Host, machine } from "../host.ts";
import { placesOf } from "../places.ts";
import { commandLine, flag, type Input } from "./inputs.ts";
import { jobSummary, stoppedSummary } from "./job-summary.ts";
import { lineOnGithub } from "./links.ts";
import { outputsOf } from "./outputs.ts";

const FAILURES: Readonly<Record<Status, string | undefined>> = {
  0: undefined,
  1: "there are findings at or above the threshold: see the log",
  2: "the check could not do what was asked: see the log",
  3: "there was nothing to check: no infrastructure as code was found",
};

const read = (name: Input) => getInput(name);
/** It is one file. */
const program = () => hash("sha256", machine().read(fileURLToPath(import.meta.url)), "hex");
const runner = machine(read("cache").trim() === "" ? undefined : program());
const workspace = runner.env.GITHUB_WORKSPACE || runner.cwd;
const here = inFolder(runner, resolve(runner.cwd, read("working-directory")), workspace);

/** What there is to tell, also of a run that was stopped. */
let outcome: Outcome | undefined;
let stopped: readonly ReportError[] = [];
let tellsAtLines = true;
let summarises = true;

const status = guarded(here, isDebug(), (host) => {
  try {
    tellsAtLines = flag("annotations", read, true);
    summarises = flag("summary", read, true);
    const category = read("category");
    const given = readArguments([...(isDebug() ? ["--debug"] : []), ...commandLine(read)]);
    // That format tells the runner itself.
    if (given.formats.some(({ format, output }) => format === "github" && output === undefined)) tellsAtLines = false;
    outcome = check(given, host, category === "" ? {} : { category });
    return outcome.status;
  } catch (thrown) {
    if (thrown instanceof Stop) stopped = [thrown.error, ...thrown.others];
    throw thrown;
  }
});

const sarif = read("sarif-file");
// The step that uploads it works in the workspace, wherever this one was told to.
const written = sarif === "" ? undefined : relative(runner.cwd, resolve(here.cwd, sarif));
for (const [name, value] of outputsOf(status, outcome?.report, written)) setOutput(name, value);
if (tellsAtLines) annotate(outcome?.report ?? { errors: stopped, findings: [] });
if (summarises) await summarise();
const failure = FAILURES[status];
if (failure !== undefined) setFailed(failure);

/** The log shows colours; the workspace is the repository, also where it was brought without git. */
function inFolder(host: Host, cwd: string, repository: string): Host {
  return {
    ...host,
    cwd,
    env: { FORCE_COLOR: "1", ...host.env },
    kindOf: (path) => host.kindOf(path) ?? (path === join(repository, ".git") ? "folder" : undefined),
  };
}

function annotate(told: Pick<Report, "errors" | "findings">): void {
  const { shown } = annotationsOf(told, { rules: outcome?.context.rules ?? [] });
  for (const annotation of shown) runner.write("stdout", `${command(annotation)}\n`);
}

async function summarise(): Promise<void> {
  if (!runner.env.GITHUB_STEP_SUMMARY) return;
  const { repository = "" } = placesOf(here);
  const link = lineOnGithub(runner.env, relative(workspace, repository));
  const text =
    outcome === undefined ? stoppedSummary(stopped, link) : jobSummary(outcome.report, outcome.context, link);
  await summary.addRaw(text).write();
}
