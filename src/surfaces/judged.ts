// What a check of the command line finds, for the plugins of other programs, which show it themselves.

import type { ReportError } from "../findings/report.ts";
import { printable, withoutCommands } from "../reporters/screen.ts";
import { check, type Outcome } from "./cli/commands/check.ts";
import { readArguments } from "./cli/options/arguments.ts";
import { Stop } from "./cli/stop.ts";
import { machine } from "./host.ts";

/** `typed`: as on the command line; `-` stands for `stdin`. Nothing is written. Throws Error on what stops the command line. */
export function judged(typed: readonly string[], stdin = ""): Outcome {
  const host = {
    ...machine(),
    terminal: { stdout: false, stderr: false },
    stdin: () => new TextEncoder().encode(stdin),
    write: () => {},
    save: () => {},
  };
  try {
    return check(readArguments(["--quiet", "--format", "json", ...typed]), host);
  } catch (thrown) {
    throw thrown instanceof Stop ? new Error(inWords(thrown.error)) : thrown;
  }
}

/** Where, what, and what to do next, on one line. */
export function inWords({ file, line, message, help }: ReportError): string {
  const where = [file, line].filter((each) => each !== undefined).join(":");
  return inSentences([`${where === "" ? "" : `${where}: `}${message}; ${help}`]);
}

/** For a program that prints it as it is: nothing of the input steers a terminal or speaks to a runner. */
export function inSentences(sentences: readonly (string | undefined)[]): string {
  return withoutCommands(
    sentences
      .filter((each) => each !== undefined)
      .map((each) => printable(each))
      .join(". "),
  );
}
