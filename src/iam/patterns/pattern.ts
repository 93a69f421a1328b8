// Patterns over words: how they are made of literal characters and wildcards, and what is asked of a pattern alone.

import type { Glyph } from "./glyph.ts";
import { hasHole, type Word } from "./words.ts";

/** One place of a pattern: a set of characters, once or any number of times. */
export interface Atom {
  readonly accepts: (char: string) => boolean;
  readonly many: boolean;
  /** The only character, where there is only one. */
  readonly char?: string;
}

export interface Pattern {
  readonly atoms: readonly Atom[];
  readonly ignoreCase: boolean;
  /** Of the patterns with the same one it matters whether any matches, and not which. */
  readonly oneOf?: object;
}

const anything = (): boolean => true;
const noColon = (char: string): boolean => char !== ":";

export const ANY: Atom = { accepts: anything, many: true };
/** What deployment supplies is of any length. */
const ONE: Atom = { accepts: (char) => !hasHole(char), many: false };
const ANY_IN_FIELD: Atom = { accepts: noColon, many: true };
const ONE_IN_FIELD: Atom = { accepts: (char) => noColon(char) && !hasHole(char), many: false };

export function exactly(char: string): Atom {
  return { accepts: (other) => other === char, many: false, char };
}

export function oneOf(accepts: (char: string) => boolean): Atom {
  return { accepts, many: false };
}

export function anyOf(accepts: (char: string) => boolean): Atom {
  return { accepts, many: true };
}

/** Wildcards are those that the glyphs mark: an operator that knows none has marked none. */
export function textPattern(glyphs: readonly Glyph[], ignoreCase = false): Pattern {
  const atoms = glyphs.map((glyph) => {
    if (!glyph.wild) return exactly(fold(glyph.char, ignoreCase));
    return glyph.char === "*" ? ANY : ONE;
  });
  return { atoms, ignoreCase };
}

/** Number of fields of an ARN, divided by colons; the last may hold colons itself. */
const ARN_FIELDS = 6;

/** Wildcards of an ARN operator stay inside their field. Undefined: fewer than six fields, which AWS does not say how to read. */
export function arnPattern(glyphs: readonly Glyph[]): Pattern | undefined {
  let field = 1;
  const atoms = glyphs.map((glyph) => {
    if (glyph.char === ":" && field < ARN_FIELDS) field += 1;
    if (!glyph.wild) return exactly(glyph.char);
    const last = field === ARN_FIELDS;
    if (glyph.char === "*") return last ? ANY : ANY_IN_FIELD;
    return last ? ONE : ONE_IN_FIELD;
  });
  return field === ARN_FIELDS ? { atoms, ignoreCase: false } : undefined;
}

/** The forms of one value in a list of which any may match; what deployment supplies stays apart from the others. */
export function oneOfList(forms: readonly Pattern[], list: object): readonly Pattern[] {
  const isKnown = forms.every(({ atoms }) => !atoms.some(({ char }) => char !== undefined && hasHole(char)));
  return isKnown ? forms.map((form) => ({ ...form, oneOf: list })) : forms;
}

/** The same, but that its wildcards stand for no slash. */
export function withoutSlash({ atoms, ignoreCase }: Pattern): Pattern {
  const inside = (atom: Atom): Atom =>
    atom.char === undefined ? { ...atom, accepts: (char) => char !== "/" && atom.accepts(char) } : atom;
  return { atoms: atoms.map(inside), ignoreCase };
}

export function hasWildcard(pattern: Pattern): boolean {
  return pattern.atoms.some((atom) => atom.char === undefined);
}

/** The one word that matches, where there is only one. */
export function onlyWord(pattern: Pattern): Word | undefined {
  return hasWildcard(pattern) ? undefined : pattern.atoms.map((atom) => atom.char).join("");
}

export function fold(text: string, ignoreCase: boolean): string {
  return ignoreCase ? text.toLowerCase() : text;
}
