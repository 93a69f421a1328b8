// A value given by a program instead of a file, as a document without places.

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
