// Policy variables: `${aws:username}` in a condition value, replaced by what the request carries.

import type { Doubt } from "../../values/doubt.ts";
import { type Glyph, plain, wild } from "../patterns/glyph.ts";
import type { Word } from "../patterns/words.ts";

/** A condition value in pieces: characters, and variables by key with an optional default. */
export type Template = readonly (Glyph | Variable)[];

export interface Variable {
  /** Lower case. */
  readonly key: string;
  readonly written: string;
  readonly fallback?: Word;
}

const VARIABLE = /\$\{([^{}]*)\}/g;
/** `${*}`, `${?}` and `${$}` are the characters themselves. */
const ESCAPES = new Set(["*", "?", "$"]);
const DEFAULTED = /^\s*([^,\s]+)\s*,\s*'([^']*)'\s*$/;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html; `wildcards`: the operator knows them. */
export function template(word: Word, wildcards: boolean, variables: boolean): Template {
  const read = wildcards ? wild : plain;
  if (!variables) return read(word);
  const pieces: (Glyph | Variable)[] = [];
  let from = 0;
  for (const match of word.matchAll(VARIABLE)) {
    pieces.push(...read(word.slice(from, match.index)));
    pieces.push(...variable(match[1] ?? ""));
    from = match.index + match[0].length;
  }
  return [...pieces, ...read(word.slice(from))];
}

function variable(content: string): (Glyph | Variable)[] {
  if (ESCAPES.has(content)) return plain(content);
  const defaulted = DEFAULTED.exec(content);
  const written = defaulted?.[1] ?? content.trim();
  return [{ key: written.toLowerCase(), written, ...(defaulted === null ? {} : { fallback: defaulted[2] ?? "" }) }];
}

export function isVariable(piece: Glyph | Variable): piece is Variable {
  return "key" in piece;
}

export function variablesOf(pieces: Template): string[] {
  return pieces.filter(isVariable).map((piece) => piece.key);
}

/** What stands for variables that have no value. */
export function fallbacksOf(pieces: Template): Word[] {
  return pieces.filter(isVariable).flatMap(({ fallback }) => fallback ?? []);
}

/** The template with its variables replaced; undefined: one has no value; a doubt: one cannot be known. Replaced text has no wildcards. */
export function substitute(
  pieces: Template,
  carried: (key: string) => Word | Doubt | undefined,
): readonly Glyph[] | Doubt | undefined {
  const glyphs: Glyph[] = [];
  for (const piece of pieces) {
    if (!isVariable(piece)) {
      glyphs.push(piece);
      continue;
    }
    const value = carried(piece.key) ?? piece.fallback;
    if (value === undefined || typeof value === "object") return value;
    glyphs.push(...plain(value));
  }
  return glyphs;
}
