// Patterns over words: what IAM's wildcards match, run as small automata so that sets of patterns can be explored together.

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

export type States = readonly number[];

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

export function start(pattern: Pattern): States {
  return closure(pattern.atoms, [0]);
}

export function step(pattern: Pattern, states: States, char: string): States {
  const folded = fold(char, pattern.ignoreCase);
  const next: number[] = [];
  for (const state of states) {
    const atom = pattern.atoms[state];
    if (atom?.accepts(folded)) next.push(atom.many ? state : state + 1);
  }
  return closure(pattern.atoms, next);
}

export function accepts(pattern: Pattern, states: States): boolean {
  return states.includes(pattern.atoms.length);
}

/** The states behind a word. */
export function reached(pattern: Pattern, word: Word): States {
  let states = start(pattern);
  for (const char of word) {
    if (states.length === 0) return states;
    states = step(pattern, states, char);
  }
  return states;
}

/** Does the word match, whatever values its holes have? */
export function matches(pattern: Pattern, word: Word): boolean {
  return accepts(pattern, reached(pattern, word));
}

/**
 * Can the holes of the pattern and of the word have values with which it matches? The word's characters from `freshFrom` on
 * are such as no hole of the pattern supplies.
 */
export function mayMatch(pattern: Pattern, word: Word, freshFrom = Number.POSITIVE_INFINITY): boolean {
  const left = pattern.atoms.map((atom) => (atom.char !== undefined && hasHole(atom.char) ? SUPPLIED : atom));
  const right = [...fold(word, pattern.ignoreCase)].map((char, index): Place => {
    return hasHole(char) ? ANY : { ...exactly(char), fresh: index >= freshFrom };
  });
  return intersect(left, right);
}

/** What a hole of the pattern stands for. */
const SUPPLIED: Atom = { ...ANY };

/** A character of the word, or ANY. */
type Place = Atom & { readonly fresh?: boolean };

function fits(atom: Atom, { char, fresh }: Place): boolean {
  return char !== undefined && atom.accepts(char) && !(fresh === true && atom === SUPPLIED);
}

/** Is there a word that both match? */
function intersect(left: readonly Atom[], right: readonly Place[]): boolean {
  // reachable[j]: the first i atoms of left and the first j of right can stand for the same characters.
  let row = openRow(right);
  for (const atom of left) {
    const next = row.map((reached) => atom.many && reached);
    for (const [j, reached] of row.entries()) {
      if (!reached) continue;
      const other = right[j];
      if (other === undefined) continue;
      if (other.many) next[j] = true;
      else if (fits(atom, other)) next[j + 1] = true;
    }
    for (const [j, reached] of next.entries()) {
      const other = right[j];
      if (!reached || other === undefined) continue;
      if (other.many) next[j + 1] = true;
      else if (atom.many && fits(atom, other)) next[j + 1] = true;
    }
    row = next;
  }
  return row[right.length] === true;
}

function openRow(right: readonly Place[]): boolean[] {
  const row = new Array<boolean>(right.length + 1).fill(false);
  row[0] = true;
  for (let j = 0; right[j]?.many; j += 1) row[j + 1] = true;
  return row;
}

/** All states that `states`, in order, reach without a character; in order too, so that equal sets are equal text. */
function closure(atoms: readonly Atom[], states: readonly number[]): States {
  const all: number[] = [];
  let last = -1;
  for (const state of states) {
    // A run that reaches this state reaches what it reaches.
    if (state <= last) continue;
    for (last = state; atoms[last]?.many; last += 1) all.push(last);
    all.push(last);
  }
  return all;
}
