// What of a run is told: all of the files that were asked for, and of those that make one whole with them only what speaks of them.

import type { Resource } from "../readers/reader.ts";
import { posix } from "../text/posix.ts";
import type { Place, ReportNote } from "./report.ts";
import type { FileResult } from "./results.ts";

const MOST_NAMED = 3;

/** Whether what stands at a place, or the resource that it is about, is of the files that were asked for. */
export function reportedFilter(
  files: readonly FileResult[],
): (resource: Resource, place?: Pick<Place, "file">) => boolean {
  const asked = new Set(files.filter(({ isContext }) => !isContext).map(({ path }) => path));
  return ({ isContext, origin }, place) =>
    !isContext || asked.has(origin.document.source.path) || (place !== undefined && asked.has(place.file));
}

const TOGETHER = "judged together with the files beside it";

/** Whether a note only says what else was read: nothing is skipped. */
export function isOfContext({ message }: ReportNote): boolean {
  return message.startsWith(TOGETHER);
}

/** Notes on the files that were read as context, and on their errors; `hidden`: how many findings are in them alone. */
export function contextNotes(files: readonly FileResult[], hidden: number): readonly ReportNote[] {
  const context = files.filter(({ isContext }) => isContext);
  const [first] = context;
  if (first === undefined) return [];
  const asked = files.filter(({ isContext }) => !isContext);
  const folder = posix.dirname(first.path);
  const { path } = asked.find((each) => posix.dirname(each.path) === folder) ?? asked[0] ?? first;
  const rest = context.length > MOST_NAMED ? `, and ${context.length - MOST_NAMED} more` : "";
  const names = context.slice(0, MOST_NAMED).map((each) => each.path);
  const clause = `; ${hidden === 1 ? "1 finding is" : `${hidden} findings are`} in those alone, and not shown: check the whole folder`;
  const message = `${TOGETHER}: ${names.join(", ")}${rest}${hidden === 0 ? "" : clause}`;
  return [
    { message, file: path, line: 1, column: 1 },
    ...context.flatMap(({ path: file, errors }) =>
      errors.map(({ message, line = 1, column = 1, ...error }): ReportNote => {
        return { message: `read without what this file says: ${message}`, file: error.file ?? file, line, column };
      }),
    ),
  ];
}
