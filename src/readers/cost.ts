// What it costs to look at a part of an input once, in steps of an evaluation.

import { isList, isObject, type Json } from "../text/document.ts";

/** `{ function: [text, …] }`: that far a function looks before it evaluates any of it. */
const LEVELS = 2;
const CHARACTERS_PER_STEP = 8;

/** At least one, and more for what has many entries or characters. */
export function cost(json: Json | undefined, levels = LEVELS): number {
  if (typeof json === "string") return 1 + Math.floor(json.length / CHARACTERS_PER_STEP);
  const inner = isList(json) ? json : isObject(json) ? Object.values(json) : [];
  return levels === 0 ? 1 + inner.length : inner.reduce<number>((sum, each) => sum + cost(each, levels - 1), 1);
}
