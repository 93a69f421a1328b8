// A whole text as a document of one scalar.

import type { Document } from "./document.ts";
import type { Source } from "./source.ts";

export function plainDocument(source: Source): Document {
  const { text } = source;
  return {
    source,
    value: text,
    locate: (_, what) => (typeof what === "object" ? what : { start: 0, end: text.length }),
    spelling: (path) => (path.length === 0 ? text : undefined),
    comments: () => [],
  };
}
