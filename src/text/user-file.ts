// Reads a file that people write for us, a configuration or a rule: one document of YAML 1.2 without duplicate keys.

import type { Document } from "./document.ts";
import { Problem } from "./problem.ts";
import { source } from "./source.ts";
import { readCoreScalar } from "./yaml/core-scalars.ts";
import { isTooLong, parseYaml, TOO_LONG } from "./yaml/parse.ts";

/** Undefined where the file is empty. Throws a Problem. */
export function parseUserFile(path: string, text: string): Document | undefined {
  if (isTooLong(text))
    throw new Problem(TOO_LONG, "make it shorter: no more is read of a file", { line: 1, column: 1 });
  const { documents, warnings } = parseYaml(source(path, text), readCoreScalar);
  const [twice] = warnings;
  if (twice !== undefined) {
    const { line = 1, column = 1 } = twice;
    throw new Problem("a duplicate key in one map", "remove one of the two", { line, column });
  }
  const [first, second] = documents;
  if (second !== undefined) {
    const where = second.source.position(second.locate([]).start);
    throw new Problem("a second document in one file", "remove the line ---, or make two files", where);
  }
  return first;
}
