// What a run cannot go on without: a bad option, configuration or rule ends it before anything is checked.

import type { ReportError } from "../../findings/report.ts";
import { Problem } from "../../text/problem.ts";

export class Stop extends Error {
  readonly error: ReportError;

  constructor(error: ReportError) {
    super(error.message);
    this.name = "Stop";
    this.error = error;
  }
}

/** A problem with a file, as reports have it; a problem that names its own file knows better. */
export function errorIn(file: string | undefined, problem: Problem & { readonly file?: string }): ReportError {
  const { message, help, line, column } = problem;
  const name = problem.file ?? file;
  return {
    message,
    help,
    ...(name !== undefined && { file: name }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  };
}

/** Runs `action`; a problem in it, of the file that reports call `file`, stops the run. */
export function orStop<T>(file: string | undefined, action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    if (thrown instanceof Problem) throw new Stop(errorIn(file, thrown));
    throw thrown;
  }
}
