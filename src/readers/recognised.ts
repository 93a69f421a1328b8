// The documents of a file that are infrastructure as code, each with its reader, and so many of them as are read.

import type { Document } from "../text/document.ts";
import { Problem } from "../text/problem.ts";
import { readerOf } from "./index.ts";
import type { Reader } from "./reader.ts";

/** Each further document is read only to tell that it is not deployed. */
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
