// The characters of a text, each with its meaning: a wildcard, or itself.

import type { Word } from "./words.ts";

/** Characters with their meaning: `wild` ones are wildcards, others stand for themselves. */
export interface Glyph {
  readonly char: string;
  readonly wild: boolean;
}

/** Every character is itself. */
export function plain(word: Word): Glyph[] {
  return [...word].map((char) => ({ char, wild: false }));
}

/** As they are spelled, wildcards and all. */
export function textOf(glyphs: readonly Glyph[]): Word {
  return glyphs.map(({ char }) => char).join("");
}

/** `*` and `?` are wildcards. */
export function wild(word: Word): Glyph[] {
  return [...word].map((char) => ({ char, wild: char === "*" || char === "?" }));
}
