// The source of a long text that is kept as bytes; the text is decoded only if somebody asks for all of it.

import { countUpTo, endOfLine, lineStarts, type Source, source } from "../../source.ts";
import { textBetween } from "./bytes.ts";
import type { Units } from "./units.ts";

/** The bytes are UTF-8 without a byte order mark. */
export function lateSource(path: string, bytes: Uint8Array, units: Units): Source {
  let whole: Source | undefined;
  let starts: readonly number[] | undefined;
  /** In bytes. */
  const startsOfLines = () => {
    starts ??= lineStarts((character, from) => bytes.indexOf(character.charCodeAt(0), from));
    return starts;
  };
  return {
    path,
    get text() {
      whole ??= source(path, bytes);
      return whole.text;
    },
    position(offset) {
      const line = countUpTo(startsOfLines(), units.byteAt(offset));
      return { line, column: offset - units.at(startsOfLines()[line - 1] ?? 0) + 1 };
    },
    line(line) {
      const start = startsOfLines()[line - 1];
      if (start === undefined) return undefined;
      const text = textBetween(bytes, start, startsOfLines()[line] ?? bytes.length);
      return text.slice(0, endOfLine(text, 0));
    },
  };
}
