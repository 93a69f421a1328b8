// An entry more in a map that is written already, in the notation of its neighbours.

import type { Document } from "../text/document.ts";
import type { Range } from "../text/source.ts";
import type { Edit } from "./edit.ts";
import { beginsLine, endOfLine, indentation, lineBreak, type Notation } from "./surroundings.ts";

/** Keys within keys, down to a value that is spelled as it stands in the notation. */
export type Entry = readonly [key: string, inner: string | readonly Entry[]];

/** Before the key of another entry. */
export function beforeKey(entry: Entry, key: Range, notation: Notation, { source }: Document): Edit {
  const { start } = key;
  const broken = () => `${lineBreak(source)}${indentation(source, start)}`;
  const put = (text: string): Edit => ({ source, start, end: start, text });
  if (notation === "block") return put(`${lines(entry).join(broken())}${broken()}`);
  const isFirst = beginsLine(source, start);
  if (notation === "hcl") return put(`${inHcl(entry)}${isFirst ? broken() : ", "}`);
  return put(`${inPair(entry)},${isFirst ? broken() : " "}`);
}

/** Behind another entry, of which the key and the value are given. Undefined where the text does not allow it. */
export function afterEntry(
  entry: Entry,
  { key, value }: { readonly key: Range; readonly value: Range },
  notation: Notation,
  { source }: Document,
): Edit | undefined {
  const broken = () => `${lineBreak(source)}${indentation(source, key.start)}`;
  const isFirst = beginsLine(source, key.start);
  const put = (at: number, text: string): Edit => ({ source, start: at, end: at, text });
  switch (notation) {
    case "block": {
      const at = endOfLine(source, value.end);
      return at === undefined ? undefined : put(at, `${broken()}${lines(entry).join(broken())}`);
    }
    case "braces":
      return put(value.end, `,${isFirst ? broken() : " "}${inPair(entry)}`);
    case "hcl":
      return put(value.end, `${isFirst ? broken() : ", "}${inHcl(entry)}`);
  }
}

function lines([key, inner]: Entry): readonly string[] {
  if (typeof inner === "string") return [`${key}: ${inner}`];
  return [`${key}:`, ...inner.flatMap(lines).map((line) => `  ${line}`)];
}

/** JSON is YAML, too. */
export function inBraces(entries: readonly Entry[]): string {
  return `{ ${entries.map(inPair).join(", ")} }`;
}

function inPair([key, inner]: Entry): string {
  return `"${key}": ${typeof inner === "string" ? inner : inBraces(inner)}`;
}

function inHcl([key, inner]: Entry): string {
  const name = /^\w+$/.test(key) ? key : `"${key}"`;
  return `${name} = ${typeof inner === "string" ? inner : `{ ${inner.map(inHcl).join(", ")} }`}`;
}
