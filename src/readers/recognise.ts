// Recognises infrastructure as code: the documents of a file that are, each with its reader.

import type { Document } from "../text/document.ts";
import { Problem } from "../text/problem.ts";
import { readerOf, unsupportedReason } from "./index.ts";
import { parseInput } from "./parse.ts";
import type { Reader } from "./reader.ts";

/** Further documents are read only to note that they are not deployed. */
const MOST = 100;

export function recognisedIn(documents: readonly Document[]): {
  readonly recognised: readonly { readonly document: Document; readonly reader: Reader }[];
  readonly problems: readonly Problem[];
} {
  const recognised: { document: Document; reader: Reader }[] = [];
  for (const document of documents) {
    const reader = readerOf(document);
    if (reader === undefined) continue;
    if (recognised.length === MOST) return { recognised, problems: [tooMany(document)] };
    recognised.push({ document, reader });
  }
  return { recognised, problems: [] };
}

function tooMany({ source, locate }: Document): Problem {
  const message = `more than ${MOST} templates in one file: those from here on are not read`;
  const help = "give each a file of its own: of these only the first is deployed";
  return new Problem(message, help, source.position(locate([]).start));
}

/** A Problem: it cannot be read. */
export function recognise(path: string, content: string | Uint8Array): "iac" | "other" | Problem {
  try {
    if (unsupportedReason(path) !== undefined) return "iac";
    const { documents } = parseInput(path, content);
    return documents.some((document) => readerOf(document) !== undefined) ? "iac" : "other";
  } catch (thrown) {
    // An internal error is reported where the file is read.
    return thrown instanceof Problem ? thrown : "iac";
  }
}
