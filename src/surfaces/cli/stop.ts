// A mistake in an option, the configuration or a rule: it ends the run before anything is checked.

import { errorIn } from "../../findings/problem.ts";
import type { ReportError } from "../../findings/report.ts";
import { Problem } from "../../text/problem.ts";
import type { Source } from "../../text/source.ts";

export class Stop extends Error {
  readonly error: ReportError;
  /** Further mistakes, so that all can be corrected at once. */
  readonly others: readonly ReportError[];
  /** The texts with the mistakes, by their names in reports. */
  readonly sources: ReadonlyMap<string, Source>;

  constructor(
    error: ReportError,
    others: readonly ReportError[] = [],
    sources: ReadonlyMap<string, Source> = new Map(),
  ) {
    super(error.message);
    this.name = "Stop";
    this.error = error;
    this.others = others;
    this.sources = sources;
  }
}

/** Runs `action`; a Problem that it throws stops the run. `file`: its name in reports; `sources`: as in Stop. */
export function stopOnProblem<T>(file: string | undefined, action: () => T, sources?: ReadonlyMap<string, Source>): T {
  try {
    return action();
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    const others = thrown.others.map((problem) => errorIn(file, problem));
    throw new Stop(errorIn(file, thrown), others, sources);
  }
}
