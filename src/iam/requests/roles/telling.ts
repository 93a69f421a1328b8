// What of resources tells accounts apart, and names of roles: wildcards may stand for several parts of an ARN.

import { isVariable, type Template } from "../../language/variables.ts";
import type { Glyph } from "../../patterns/glyph.ts";
import { type Pattern, textPattern } from "../../patterns/pattern.ts";
import { hasHole } from "../../patterns/words.ts";

const ANYTHING: Glyph = { char: "*", wild: true };
const COLONS_BEFORE_NAME = 5;
const ACCOUNT = 12;

/** A policy variable stands for anything. */
export function glyphsOf(template: Template): readonly Glyph[] {
  return template.map((piece) => (isVariable(piece) ? ANYTHING : piece));
}

/** Whatever of a resource may be held against "role/path/name": all that follows its account, or a wildcard before that. */
export function patternsOfNames(template: Template): readonly Pattern[] {
  const glyphs = glyphsOf(template);
  const wildcard = glyphs.findIndex(isRun);
  const colons = glyphs.flatMap(({ char }, index) => (char === ":" ? [index + 1] : []));
  const name = colons[COLONS_BEFORE_NAME - 1] ?? glyphs.length;
  if (wildcard < 0 || wildcard >= name) return name === glyphs.length ? [] : [textPattern(glyphs.slice(name))];
  return glyphs.flatMap(({ char, wild }, index) =>
    index >= wildcard && (wild || char === "r" || hasHole(char)) ? [textPattern(glyphs.slice(index))] : [],
  );
}

/** Whatever of it may be held against twelve digits. */
export function patternsOfAccounts(template: Template): readonly Pattern[] {
  const glyphs = glyphsOf(template);
  const found: Pattern[] = [];
  for (const start of glyphs.keys()) {
    for (let end = start; end < glyphs.length && isOfAccount(glyphs[end]); end += 1) {
      const part = glyphs.slice(start, end + 1);
      // A run alone tells nothing apart.
      if (part.length > 1 && (part.length === ACCOUNT || part.some(isRun))) found.push(textPattern(part));
    }
  }
  return found;
}

function isRun({ char, wild }: Glyph): boolean {
  return wild && char === "*";
}

function isOfAccount(glyph: Glyph | undefined): boolean {
  return glyph !== undefined && (glyph.wild || /\d/.test(glyph.char));
}
