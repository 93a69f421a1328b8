// A JSON text as a document: its value, and the place of each part, looked up when asked for.

import type { Document, Json, Path } from "../document.ts";
import type { Range, Source } from "../source.ts";
import type { Member } from "./places.ts";
import { spelledInScalar } from "./spelling.ts";

/** What stands at a path, or as far along it as the text goes. */
export interface Found {
  readonly member: Member;
  readonly reached: boolean;
  /** A text that the member stands in, and where that begins in the whole one; offsets of the member are those of this text. */
  readonly text: string;
  readonly offset: number;
}

export function locatedDocument(source: Source, value: Json, find: (path: Path) => Found): Document {
  return {
    source,
    value,
    locate(path, what = "value") {
      const found = find(path);
      const { member, reached, text } = found;
      if (what === "key" && reached) return moved(member.key ?? member.value, found);
      const isPart = typeof what === "object" && reached && isScalar(text, member);
      return moved(isPart ? spelledInScalar(text, contentRange(text, member), what, member) : member.value, found);
    },
    spelling(path) {
      const { member, reached, text } = find(path);
      if (!reached || !isScalar(text, member)) return undefined;
      const { start, end } = contentRange(text, member);
      return text.slice(start, end);
    },
    comments: () => [],
  };
}

function moved({ start, end }: Range, { offset }: Found): Range {
  return { start: start + offset, end: end + offset };
}

function isString(text: string, { value }: Member): boolean {
  return text[value.start] === '"';
}

function isScalar(text: string, { value }: Member): boolean {
  return text[value.start] !== "{" && text[value.start] !== "[";
}

/** Without quotes. */
function contentRange(text: string, member: Member): Range {
  const { start, end } = member.value;
  return isString(text, member) ? { start: start + 1, end: end - 1 } : member.value;
}
