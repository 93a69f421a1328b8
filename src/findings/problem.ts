// A problem with an input, and what else there is to say of it, as reports have them.

import type { Note } from "../readers/reader.ts";
import type { Problem } from "../text/problem.ts";
import { placeOf } from "./place.ts";
import type { ReportError, ReportNote } from "./report.ts";

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

export function noteOf({ message, origin }: Note): ReportNote {
  const { file, line, column } = placeOf(origin);
  return { message, file, line, column };
}

/** A warning is a problem that stops nothing. */
export function noteFrom(file: string, { message, line = 1, column = 1 }: Problem): ReportNote {
  return { message, file, line, column };
}
