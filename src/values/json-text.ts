// A value as JSON text, its holes in the places where their values will stand; the text remembers what it was made of.

import { textOf } from "./text.ts";
import { isKnown, type Origin, type Part, type Text, type Unknown, type Value } from "./value.ts";

/** By the parts of the text, so that a text that is made of it in turn is none of its kind. */
const sources = new WeakMap<readonly Part[], Value>();

const NOTHING = /(?!)/g;

/** Without spaces. What is left out of the value is left out of the text. `escapes`: characters that are written as `\uXXXX` although JSON does not ask for it. */
export function jsonText(value: Value, origin: Origin, escapes = NOTHING): Text | Unknown {
  const written = textOf(partsOf(value, escapes), origin);
  if (written.kind === "text") sources.set(written.parts, value);
  return written;
}

/** What the text was made of, whose parts know better than the text where they stand. */
export function valueEncodedIn({ parts }: Text): Value | undefined {
  return sources.get(parts);
}

function partsOf(value: Value, escapes: RegExp): readonly Part[] {
  switch (value.kind) {
    case "text":
      if (value.type === "null") return [asPart("null")];
      return value.type === "string"
        ? ['"', ...value.parts.map((part) => escaped(part, escapes)), '"'].map(asPart)
        : value.parts;
    case "list":
      return enclosed(
        "[",
        value.items.map((item) => partsOf(item, escapes)),
        "]",
      );
    case "map": {
      const entries = Array.from(value.entries, ([key, { value: inner }]) => [
        asPart(`"${inQuotes(key, escapes)}":`),
        ...partsOf(inner, escapes),
      ]);
      return enclosed("{", entries, "}");
    }
    case "absent":
      return [asPart("null")];
    case "unknown":
      return [{ hole: value.why }];
  }
}

function enclosed(open: string, members: readonly (readonly Part[])[], close: string): readonly Part[] {
  const inside = members.flatMap((member, index) => (index > 0 ? [asPart(","), ...member] : member));
  return [asPart(open), ...inside, asPart(close)];
}

/** What needs no escape keeps the place where it stands. */
function escaped(part: Part, escapes: RegExp): Part {
  if (!isKnown(part)) return part;
  const { text, from } = part;
  const written = inQuotes(text, escapes);
  return written === text ? part : { text: written, ...(from && { from }) };
}

function inQuotes(text: string, escapes: RegExp): string {
  const asEscape = (each: string) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(text).slice(1, -1).replaceAll(escapes, asEscape);
}

function asPart(part: Part | string): Part {
  return typeof part === "string" ? { text: part } : part;
}
