// The GitHub Action: its inputs become a command line, its outputs tell what came of it (action.yml documents both).

import { relative, resolve } from "node:path";
import { getBooleanInput, getInput, getMultilineInput, isDebug, setFailed, setOutput } from "@actions/core";
import { check, type Status } from "../cli/commands/check.ts";
import { guarded } from "../cli/main.ts";
import { readArguments } from "../cli/options/arguments.ts";
import { machine } from "../host.ts";

const FAILURES: Readonly<Record<Status, string | undefined>> = {
  0: undefined,
  1: "there are findings at or above the threshold: see the log",
  2: "the check could not do what was asked: see the log",
  3: "there was nothing to check: no infrastructure as code was found",
};

const runner = machine();
const inFolder = { ...runner, cwd: resolve(runner.cwd, getInput("working-directory")) };
const sarif = getInput("sarif-file");

const status = guarded(inFolder, isDebug(), (host) => {
  const outcome = check(readArguments(commandLine()), host);
  setOutput("findings", outcome.report.findings.length);
  // The step that uploads it works in the workspace, wherever this one was told to.
  if (sarif !== "") setOutput("sarif-file", relative(runner.cwd, resolve(host.cwd, sarif)));
  return outcome.status;
});
setOutput("exit-code", status);
const failure = FAILURES[status];
if (failure !== undefined) setFailed(failure);

function commandLine(): readonly string[] {
  return [
    "check",
    ...["config", "fail-on"].flatMap((name) => (getInput(name) === "" ? [] : [`--${name}=${getInput(name)}`])),
    ...(getInput("no-inline") !== "" && getBooleanInput("no-inline") ? ["--no-inline"] : []),
    "--format=text",
    ...(sarif === "" ? [] : ["--format=sarif", `--output=${sarif}`]),
    "--",
    // A line of blanks would name the folder that this runs in.
    ...getMultilineInput("paths").filter((path) => path.trim() !== ""),
  ];
}
