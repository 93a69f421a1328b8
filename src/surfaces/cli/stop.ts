// What a run cannot go on without: a bad option, configuration or rule ends it before anything is checked.

import { errorIn } from "../../findings/problem.ts";
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

/** Runs `action`; a problem in it, of the file that reports call `file`, stops the run. */
export function stopOnProblem<T>(file: string | undefined, action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    if (thrown instanceof Problem) throw new Stop(errorIn(file, thrown));
    throw thrown;
  }
}
