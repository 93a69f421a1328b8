// Keys that are given twice in one map: the warning, and the search for them in JSON texts, because JSON.parse ignores them.

import { isList, isObject, type Json, type Path } from "./document.ts";
import { Problem } from "./problem.ts";
import { endOfString, skip } from "./scan.ts";
import type { Source } from "./source.ts";

const BLANKS = /[ \t\r\n]*/y;

/** A warning for each, at most `most`, in order of appearance. The text is JSON. */
export function duplicateKeysInJson(source: Source, most: number): readonly Problem[] {
  return repeatedKeys(source.text, most).map(({ at, earlier }) => duplicateKey(source, at, earlier));
}

const MOST_PATHS = 10;

/** The ways to them in the `value` that the text was read into, some at most. */
export function pathsOfDuplicateKeys(text: string, value: Json): readonly Path[] {
  // A quote before a colon may also stand in a string; where there are no more than keys, none stands twice.
  const most = text.match(/"\s*:/g)?.length ?? 0;
  return most > keysIn(value) ? repeatedKeys(text, MOST_PATHS).map(({ path }) => path) : [];
}

/** Of all objects; the native parser has kept one of equal ones. */
export function keysIn(value: Json): number {
  const left = [value];
  let keys = 0;
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    const inner = isList(part) ? part : isObject(part) ? Object.values(part) : [];
    if (!isList(part)) keys += inner.length;
    for (const each of inner) if (typeof each === "object" && each !== null) left.push(each);
  }
  return keys;
}

interface Repeated {
  readonly at: number;
  readonly earlier: number;
  readonly path: Path;
}

/** An object or list that the scan is in: where it is in it, and of an object the keys so far and where. */
interface Open {
  step: string | number;
  readonly keys?: Map<string, number>;
}

function repeatedKeys(text: string, most: number): readonly Repeated[] {
  const found: Repeated[] = [];
  const open: Open[] = [];
  for (let at = 0; at < text.length && found.length < most; at += 1) {
    const inside = open.at(-1);
    switch (text[at]) {
      case "{":
        open.push({ step: "", keys: new Map() });
        break;
      case "[":
        open.push({ step: 0 });
        break;
      case "}":
      case "]":
        open.pop();
        break;
      case ",":
        if (typeof inside?.step === "number") inside.step += 1;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (inside?.keys !== undefined && text[skip(BLANKS, text, end)] === ":") {
          const key = nameOf(text.slice(at + 1, end - 1));
          inside.step = key;
          const earlier = inside.keys.get(key);
          if (earlier !== undefined) found.push({ at, earlier, path: open.map(({ step }) => step) });
          inside.keys.set(key, at);
        }
        at = end - 1;
        break;
      }
    }
  }
  return found;
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
