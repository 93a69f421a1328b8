// The command line: runs the command that the arguments name, and gives the exit status; errors go to standard error.

import { bug } from "../../findings/problem.ts";
import type { Report } from "../../findings/report.ts";
import { tool } from "../../findings/tool.ts";
import { withoutCommands } from "../../reporters/screen.ts";
import { InternalProblem } from "../../text/problem.ts";
import { type Host, machine } from "../host.ts";
import { check, type Status } from "./commands/check.ts";
import { completion } from "./commands/completion.ts";
import { explain } from "./commands/explain.ts";
import { grants } from "./commands/grants.ts";
import { help, tellAbout } from "./commands/help.ts";
import { init } from "./commands/init.ts";
import { lsp } from "./commands/lsp.ts";
import { merge } from "./commands/merge.ts";
import { newRule } from "./commands/new-rule.ts";
import { rules } from "./commands/rules.ts";
import { testRules } from "./commands/test-rules.ts";
import { refuseFilesLikeOptions } from "./inputs/search.ts";
import { type Arguments, readArguments } from "./options/arguments.ts";
import type { Command } from "./options/options.ts";
import { printError, printStop } from "./screen.ts";
import { Stop, stopOnProblem } from "./stop.ts";

// The plugins, which dist/cdk.cjs and dist/eslint.cjs re-export.
export * as cdk from "../cdk/plugin.ts";
export * as eslint from "../eslint/plugin.ts";

/** Called with the report of a check. */
type Told = (report: Report) => void;

/** In functions, so that a command's part of the program is loaded only when it runs. */
const RUN: Readonly<Record<Command, (given: Arguments, host: Host, told: Told) => Status>> = {
  check(given, host, told) {
    const { report, status } = check(given, host);
    told(report);
    return status;
  },
  explain: (given, host) => explain(given, host),
  rules: (given, host) => rules(given, host),
  grants: (given, host) => grants(given, host),
  init: (given, host) => init(given, host),
  merge: (given, host) => merge(given, host),
  "test-rules": (given, host) => testRules(given, host),
  "new-rule": (given, host) => newRule(given, host),
  completion: (given, host) => completion(given, host),
  lsp: (given, host) => lsp(given, host),
  help: (given, host) => help(given, host),
};

/** Runs on the real machine, and sets the exit code. `build`: the digest of each part of the program. True if some policy was judged. */
export function run(build: Readonly<Record<string, string>>): boolean {
  let judged = false;
  process.exitCode = main(process.argv.slice(2), machine(JSON.stringify(build)), ({ summary }) => {
    judged = summary.policies > 0;
  });
  return judged;
}

export function main(typed: readonly string[], outside: Host, told: Told = () => {}): Status {
  return guarded(withColors(typed, outside), typed.includes("--debug"), (host) => {
    refuseFilesLikeOptions(typed, host);
    const given = readArguments(typed);
    if (given.has("version")) return say(host, `${tool.version}\n`);
    if (given.has("help"))
      return tellAbout(given.isTyped && given.command !== "help" ? given.command : undefined, given, host);
    return RUN[given.command](given, host, told);
  });
}

/** Reports everything that `run` throws, with status 2. The host of `run` removes commands to terminals and runners from what is written. */
export function guarded(machine: Host, debug: boolean, run: (host: Host) => Status): Status {
  const host = withDoor(machine);
  try {
    return run(host);
  } catch (thrown) {
    if (thrown instanceof Stop) printStop(host, thrown);
    else printBug(host, thrown, debug);
    return 2;
  }
}

/** Errors in the arguments respect --no-color as well, so it is looked for before they are read. */
function withColors(typed: readonly string[], host: Host): Host {
  const isNever = typed.some((word, index) =>
    word === "--color" ? typed[index + 1] === "never" : word === "--no-color" || word === "--color=never",
  );
  return isNever ? { ...host, env: { ...host.env, NO_COLOR: "1" } } : host;
}

/** Removes commands to terminals and runners from what is written; a closed standard output ends the run. */
function withDoor(host: Host): Host {
  return {
    ...host,
    write: (stream, text, commands) =>
      stopOnProblem(undefined, () => host.write(stream, commands === undefined ? withoutCommands(text) : text)),
  };
}

function printBug(host: Host, thrown: unknown, debug: boolean): void {
  const problem = new InternalProblem(thrown);
  printError(host, bug(problem));
  if (debug) host.write("stderr", `${problem.frames.map((frame) => `    ${frame}`).join("\n")}\n`);
}

function say(host: Host, text: string): 0 {
  host.write("stdout", text);
  return 0;
}
