// The files that a template names by a path, before they are packaged.

import type { Document } from "../../../text/document.ts";
import { parseFile } from "../../../text/parse.ts";
import { posix } from "../../../text/posix.ts";
import { Problem } from "../../../text/problem.ts";
import type { ReadFile } from "../../reader.ts";

/** The document in a file by its path relative to the file that names it. Undefined: elsewhere (a URL), or not to be had. */
export type ReadLocal = (location: string, from: Document) => Document | ProblemIn | undefined;

/** What is wrong in a file that is not the input itself. */
export class ProblemIn extends Problem {
  readonly file: string;
  constructor(file: string, { message, help, line = 1, column = 1 }: Problem) {
    super(message, help, { line, column });
    this.file = file;
  }
}

const ELSEWHERE = /^(?:[A-Za-z][A-Za-z\d+.-]*:|\/|\\)/;

export function localFiles(readFile: ReadFile): ReadLocal {
  const known = new Map<string, ReturnType<ReadLocal>>();
  return (location, from) => {
    if (location === "" || ELSEWHERE.test(location)) return undefined;
    const path = posix.join(posix.dirname(from.source.path), location);
    if (!known.has(path)) known.set(path, documentIn(path, readFile));
    return known.get(path);
  };
}

function documentIn(path: string, readFile: ReadFile): ReturnType<ReadLocal> {
  const content = readFile(path);
  if (content === undefined) return undefined;
  try {
    return parseFile(path, content).documents[0];
  } catch (thrown) {
    if (thrown instanceof Problem) return new ProblemIn(path, thrown);
    throw thrown;
  }
}
