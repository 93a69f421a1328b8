// A value that a program hands over, read like a file that says the same: a document whose parts stand nowhere.

import type { Document, Json } from "./document.ts";
import { at } from "./document.ts";
import { source } from "./source.ts";

export function givenDocument(value: unknown): Document {
  const json = (value ?? null) as Json;
  return {
    source: source("", ""),
    value: json,
    locate: () => ({ start: 0, end: 0 }),
    spelling(path) {
      const scalar = at(json, path);
      return typeof scalar === "object" || scalar === undefined ? undefined : `${scalar}`;
    },
    comments: () => [],
  };
}
