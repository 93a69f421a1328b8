// What of a plan or state is secret: the places that Terraform marks, and every text that repeats a value from one of them.

import { entry, isList, isObject, type Json } from "../../text/document.ts";

/** Values that nobody may be shown. */
export interface Secrets {
  /** Does a text, or a text inside the value, hold a secret? A text that is JSON counts as what it says. */
  touch(json: Json | undefined): boolean;
}

/** Shorter ones stand in other words by chance: they count where they are a whole text. */
const TELLING = 4;
/** Deeper than any plan; what lies below is secret without being looked at. */
const DEEPEST = 200;

/** Is a part marked? `marks` is `after_sensitive` and the like: true, or an object or list that says it of the parts. */
export function isMarked(marks: Json | undefined, depth = 0): boolean {
  if (marks === true || depth > DEEPEST) return true;
  if (isList(marks)) return marks.some((each) => isMarked(each, depth + 1));
  return isObject(marks) && Object.keys(marks).some((key) => isMarked(entry(marks, key), depth + 1));
}

/** The texts of a value that its marks say are secret. */
export function markedTexts(json: Json | undefined, marks: Json | undefined): readonly string[] {
  if (marks === true) return textsIn(json);
  if (isList(marks)) return marks.flatMap((each, index) => markedTexts(entry(json, index), each));
  if (!isObject(marks)) return [];
  return Object.keys(marks).flatMap((key) => markedTexts(entry(json, key), entry(marks, key)));
}

/** Every text and number in a value, also in texts that are JSON themselves. */
export function textsIn(json: Json | undefined, depth = 0): readonly string[] {
  if (json === undefined || json === null || typeof json === "boolean" || depth > DEEPEST) return [];
  if (typeof json === "number") return [String(json)];
  if (typeof json === "string") return [json, ...textsIn(parsed(json), depth + 1)];
  if (isList(json)) return json.flatMap((each) => textsIn(each, depth + 1));
  return Object.keys(json).flatMap((key) => textsIn(entry(json, key), depth + 1));
}

export function secretsOf(texts: Iterable<string>): Secrets {
  const words = new Set<string>();
  const byBeginning = new Map<string, string[]>();
  for (const text of texts) {
    const word = text.trim();
    if (word === "" || words.has(word)) continue;
    words.add(word);
    if (word.length < TELLING) continue;
    const beginning = word.slice(0, TELLING);
    const known = byBeginning.get(beginning);
    if (known === undefined) byBeginning.set(beginning, [word]);
    else known.push(word);
  }

  function within(text: string): boolean {
    if (words.has(text.trim())) return true;
    for (let at = 0; at + TELLING <= text.length; at += 1) {
      const beginners = byBeginning.get(text.slice(at, at + TELLING));
      if (beginners?.some((word) => text.startsWith(word, at))) return true;
    }
    return false;
  }

  return { touch: (json) => words.size > 0 && textsIn(json).some(within) };
}

function parsed(text: string): Json | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
