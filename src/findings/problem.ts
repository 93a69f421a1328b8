// A problem with an input, as reports have it.

import type { Problem } from "../text/problem.ts";
import type { ReportError } from "./report.ts";

/** `file` as the report names it; a problem that names its own file knows better. */
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
