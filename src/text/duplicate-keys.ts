// Keys that stand twice in one map: what is said of them, and where a JSON text has them, whose native parser passes over them.

import { Problem } from "./problem.ts";
import { endOfString, skip } from "./scan.ts";
import type { Source } from "./source.ts";

const BLANKS = /[ \t\r\n]*/y;

/** A warning for each, at most `most`, in order of appearance. The text is JSON. */
export function duplicateKeysInJson(source: Source, most: number): readonly Problem[] {
  const { text } = source;
  const warnings: Problem[] = [];
  /** Of each object around: its keys, as they are spelled out, and where. Of a list nothing. */
  const open: (Map<string, number> | undefined)[] = [];
  for (let at = 0; at < text.length && warnings.length < most; at += 1) {
    switch (text[at]) {
      case "{":
        open.push(new Map());
        break;
      case "[":
        open.push(undefined);
        break;
      case "}":
      case "]":
        open.pop();
        break;
      case '"': {
        const end = endOfString(text, at);
        const keys = open.at(-1);
        if (keys !== undefined && text[skip(BLANKS, text, end)] === ":") {
          const key = nameOf(text.slice(at + 1, end - 1));
          const earlier = keys.get(key);
          if (earlier !== undefined) warnings.push(duplicateKey(source, at, earlier));
          keys.set(key, at);
        }
        at = end - 1;
        break;
      }
    }
  }
  return warnings;
}

function nameOf(spelled: string): string {
  return spelled.includes("\\") ? JSON.parse(`"${spelled}"`) : spelled;
}

/** Said at the offset of the key that stands there again. */
export function duplicateKey(source: Source, again: number, earlier: number): Problem {
  const { line } = source.position(earlier);
  const message = `duplicate key: line ${line} has it already; the last one counts`;
  return new Problem(message, "remove one of the two", source.position(again));
}
