// A problem with an input, and what else there is to say of it, as reports have them.

import type { Note } from "../readers/reader.ts";
import { InternalProblem, type Problem, problemOf } from "../text/problem.ts";
import type { Origin } from "../values/value.ts";
import { placeOf } from "./place.ts";
import type { ReportError, ReportNote } from "./report.ts";
import { tool } from "./tool.ts";

/** `file` as the report names it; a problem that names its own file knows better. */
export function errorIn(file: string | undefined, problem: Problem & { readonly file?: string }): ReportError {
  const { message, help } = problem instanceof InternalProblem ? bug(problem) : problem;
  const { line, column, opened } = problem;
  const name = problem.file ?? file;
  return {
    message,
    help,
    ...(name !== undefined && { file: name }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(opened !== undefined && { opened: { line: opened.line, column: opened.column } }),
  };
}

/** What `run` comes to, or `otherwise`: an error of ours in it is told at the place of what it works at, and costs no more than that. */
export function contained<T>(
  run: () => T,
  otherwise: T,
  { path, origin }: { readonly path: string; readonly origin?: Origin },
  errors: ReportError[],
): T {
  try {
    return run();
  } catch (thrown) {
    errors.push(errorIn(origin?.document.source.path ?? path, problemOf(thrown, startOf(origin))));
    return otherwise;
  }
}

/** Nothing is certain where an error of ours occurred, nor that a place can be found. */
function startOf(origin: Origin | undefined): { readonly line: number; readonly column: number } | undefined {
  try {
    return origin && placeOf(origin);
  } catch {
    return undefined;
  }
}

/** What is told of an error of ours. */
export function bug({ kind, frames: [frame] }: InternalProblem): Pick<ReportError, "message" | "help"> {
  return {
    message: `this is a bug in Unconfused ${tool.version} (${kind}${frame === undefined ? "" : ` ${frame}`})`,
    help: `please report it at ${tool.home}/issues, with the smallest input that shows it`,
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
