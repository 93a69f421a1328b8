// Whether a pattern matches a word, and whether it may once deployment has decided what is open in the two.

import { ANY, type Atom, exactly, fold, type Pattern } from "./pattern.ts";
import { hasHole, type Word } from "./words.ts";

export type States = readonly number[];

function start(pattern: Pattern): States {
  return closure(pattern.atoms, [0]);
}

function step(pattern: Pattern, states: States, char: string): States {
  const folded = fold(char, pattern.ignoreCase);
  const next: number[] = [];
  for (const state of states) {
    const atom = pattern.atoms[state];
    if (atom?.accepts(folded)) next.push(atom.many ? state : state + 1);
  }
  return closure(pattern.atoms, next);
}

function accepts(pattern: Pattern, states: States): boolean {
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
  let at = 0;
  for (const atom of pattern.atoms) {
    // Most words differ before the first run of any length, or there is none.
    if (atom.many) return accepts(pattern, reached(pattern, word));
    if (at >= word.length) return false;
    const char = String.fromCodePoint(word.codePointAt(at) as number);
    const folded = fold(char, pattern.ignoreCase);
    if (atom.char === undefined ? !atom.accepts(folded) : atom.char !== folded) return false;
    at += char.length;
  }
  return at === word.length;
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
