// What a run cannot go on without: a bad option, configuration or rule ends it before anything is checked.

import { errorIn } from "../../findings/problem.ts";
import type { ReportError } from "../../findings/report.ts";
import { Problem } from "../../text/problem.ts";
import type { Source } from "../../text/source.ts";

export class Stop extends Error {
  readonly error: ReportError;
  /** What else is wrong, to be mended in the same go. */
  readonly others: readonly ReportError[];
  /** The texts that the mistakes stand in, by the names that reports have for them. */
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

/** Runs `action`; a problem in it, of the file that reports call `file`, stops the run. `sources` as of Stop. */
export function stopOnProblem<T>(file: string | undefined, action: () => T, sources?: ReadonlyMap<string, Source>): T {
  try {
    return action();
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    const others = thrown.others.map((problem) => errorIn(file, problem));
    throw new Stop(errorIn(file, thrown), others, sources);
  }
}
