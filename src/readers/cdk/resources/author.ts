// The place in the user's program that made a construct: the first frame of its stack traces that is in a file of the run.

import type { Json } from "../../../text/document.ts";
import { posix } from "../../../text/posix.ts";
import type { Source } from "../../../text/source.ts";
import type { Author } from "../../reader.ts";
import type { Assembly } from "../model/assembly.ts";
import { type Frame, framesOf, isProgram } from "./frames.ts";
import { sourceMaps } from "./source-map.ts";
import { runFileNames } from "./source-paths.ts";

const CALL = /^(?:new\s+)?[\w$.]+/;

/** By the metadata of a construct. Undefined where no trace was kept, or all of it leads elsewhere. */
export type FindAuthor = (metadata: readonly Json[]) => Author | undefined;

/** `all`: the metadata of all constructs of a stack. */
export function authorsOf(assembly: Assembly, all: Iterable<readonly Json[]>): FindAuthor {
  const textOf = (path: string) =>
    isProgram(path) || posix.extname(path) === ".map" ? assembly.text(path) : undefined;
  const originalOf = sourceMaps(textOf);
  const home = runFileNames(assembly, function* () {
    for (const metadata of all) yield* framesOf(metadata);
  });

  /** The file that a source map names is one of the run, or on the machine that synthesised. */
  function ours(file: string): string | undefined {
    const isNamed =
      !/^(?:\/|\.\.\/|[\w+.-]+:)/.test(file) || (file.startsWith("../") && file.startsWith(`${assembly.app}/`));
    const name = isNamed ? file : home(file);
    return name !== undefined && isProgram(name) ? name : undefined;
  }

  function spotOf(frame: Frame): Frame | undefined {
    const file = home(frame.file);
    if (file === undefined) return undefined;
    const original = originalOf({ ...frame, file });
    const name = original && ours(original.file);
    return original === undefined || name === undefined ? { ...frame, file } : { ...original, file: name };
  }

  return (metadata) => {
    for (const frame of framesOf(metadata)) {
      const spot = spotOf(frame);
      if (spot === undefined) continue;
      const source = textOf(spot.file);
      return { file: spot.file, line: spot.line, ...columnsOf(spot, source), source };
    }
    return undefined;
  };
}

/** Of the call at the spot, `new Role`, or of the line where no column is told; one character where the program is not at hand. */
function columnsOf({ line, column }: Frame, text: Source | undefined): Pick<Author, "column" | "endColumn"> {
  const written = text?.line(line) ?? "";
  if (column === undefined) {
    const start = written.search(/\S/) + 1;
    return start === 0 ? { column: 1, endColumn: 2 } : { column: start, endColumn: written.trimEnd().length + 1 };
  }
  return { column, endColumn: column + (CALL.exec(written.slice(column - 1))?.[0].length ?? 1) };
}
