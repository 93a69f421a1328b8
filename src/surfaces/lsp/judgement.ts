// Judges one open file, as the command line judges a single named file.

import { mendable } from "../../check.ts";
import type { Report, ReportError } from "../../findings/report.ts";
import { mendings, withFixes } from "../../fixes/fixes.ts";
import type { Rule } from "../../rules/rule.ts";
import { type JudgedFiles, judge } from "../cli/inputs/judge.ts";
import type { Arguments } from "../cli/options/arguments.ts";
import { progressOf } from "../cli/progress.ts";
import { Stop } from "../cli/stop.ts";
import type { Host } from "../host.ts";
import { named, pathOf, placesOf } from "../places.ts";

export interface Judgement {
  /** The name of the file in the report. */
  readonly file: string;
  readonly report: Report;
  readonly rules: readonly Rule[];
  /** The absolute path of a file that the report names. */
  pathOf(file: string): string;
  /** With the fixes of the findings; worked out when first asked for. */
  withFixes(): Report;
}

/** The configuration, an option or a rule is wrong: nothing can be judged. */
export interface Refusal {
  readonly errors: readonly ReportError[];
  pathOf(file: string): string;
}

export function judgementOf(path: string, typed: Arguments, host: Host): Judgement | Refusal {
  const given: Arguments = {
    ...typed,
    command: "check",
    positionals: [path],
    formats: [{ format: "json" }],
    has: (option) => option === "quiet" || option === "allow-empty" || typed.has(option),
  };
  try {
    return asJudgement(path, judge(given, host, progressOf(host, true)));
  } catch (thrown) {
    if (!(thrown instanceof Stop)) throw thrown;
    return { errors: [thrown.error, ...thrown.others], pathOf: (file) => pathOf(placesOf(host), file) };
  }
}

function asJudgement(path: string, run: JudgedFiles): Judgement {
  const { here, judged, report, input, around, loaded } = run;
  let mended: Report | undefined;
  return {
    file: named(here, path),
    report,
    rules: loaded.rules,
    pathOf: (file) => pathOf(here, file),
    withFixes() {
      mended ??= withFixes(report, mendings({ ...mendable(judged, input, around), report }));
      return mended;
    },
  };
}
