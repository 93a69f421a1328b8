// Whole files that are decoded: each once, however often a configuration asks for it.

import type { Document } from "../../../../text/document.ts";
import { isKnown, type Text, type Value } from "../../../../values/value.ts";

type Decode = (value: Text) => Value | undefined;

const known = new WeakMap<Decode, WeakMap<Document, { readonly value: Value | undefined }>>();

/** What `decode` gives for a text; the same value again for a file as a whole, which `file()` gives as one document. */
export function decodedOnce(text: Text, decode: Decode): Value | undefined {
  const { document, path } = text.origin;
  const [only, ...others] = text.parts;
  const isWhole = path.length === 0 && only !== undefined && isKnown(only) && document.value === only.text;
  if (!isWhole || others.length > 0 || only.from !== undefined) return decode(text);
  const byDocument = known.get(decode) ?? new WeakMap<Document, { readonly value: Value | undefined }>();
  known.set(decode, byDocument);
  const before = byDocument.get(document) ?? { value: decode(text) };
  byDocument.set(document, before);
  return before.value;
}
