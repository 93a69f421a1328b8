// Runs a check for the plugins of other programs, which show the report themselves.

import type { ReportError } from "../findings/report.ts";
import { printable, withoutCommands } from "../reporters/screen.ts";
import { check, type Outcome } from "./cli/commands/check.ts";
import { type Arguments, readArguments } from "./cli/options/arguments.ts";
import { Stop } from "./cli/stop.ts";
import { machine } from "./host.ts";

/** `typed`: arguments as on the command line, where `-` is `stdin`. Writes nothing. Throws Error where the command line would stop. */
export function judged(typed: readonly string[], stdin = ""): Outcome {
  const host = {
    ...machine(),
    terminal: { stdout: false, stderr: false },
    stdin: () => new TextEncoder().encode(stdin),
    write: () => {},
    save: () => {},
  };
  try {
    const given = readArguments(["--quiet", "--format", "json", ...typed]);
    refuseOthers(given);
    return check(given, host);
  } catch (thrown) {
    throw thrown instanceof Stop ? new Error(inWords(thrown.error)) : thrown;
  }
}

/** What would be written is not, and a part of the files is not what the program around asks about. */
function refuseOthers(given: Arguments): void {
  for (const option of ["fix", "update-baseline", "shard"] as const) {
    if (!given.has(option)) continue;
    const help = "take it out of the options here, and run it on the command line";
    throw new Stop({ message: `--${option} is of no use to a plugin`, help });
  }
}

/** Where, what, and what to do next, on one line. */
export function inWords({ file, line, message, help }: ReportError): string {
  const where = [file, line].filter((each) => each !== undefined).join(":");
  return inSentences([`${where === "" ? "" : `${where}: `}${message}; ${help}`]);
}

/** Safe to print as it is: text of the input can neither control a terminal nor give commands to a runner. */
export function inSentences(sentences: readonly (string | undefined)[]): string {
  return withoutCommands(
    sentences
      .filter((each) => each !== undefined)
      .map((each) => printable(each))
      .join(". "),
  );
}
