// Whether a pattern matches a word, and whether it may once deployment has decided what is open in the two.

import { ANY, type Atom, fold, type Pattern } from "./pattern.ts";
import { HOLE, hasHole, type Word } from "./words.ts";

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

/** What a pattern begins with: up to a wildcard, or a value that deployment supplies. */
interface Head {
  readonly text: Word;
  /** So many it takes. */
  readonly atoms: number;
}

const heads = new WeakMap<Pattern, Head>();
const NONE: Head = { text: "", atoms: 0 };
/** Holes, and the halves of characters that take two. */
const OPEN = /[\ud800-\uf8ff]/;

function headOf(pattern: Pattern): Head {
  if (pattern.ignoreCase) return NONE;
  const known = heads.get(pattern);
  if (known !== undefined) return known;
  const end = pattern.atoms.findIndex(({ char }) => char === undefined || OPEN.test(char));
  const atoms = end < 0 ? pattern.atoms.length : end;
  const head = { text: pattern.atoms.slice(0, atoms).reduce((text, { char }) => text + char, ""), atoms };
  heads.set(pattern, head);
  return head;
}

const tails = new WeakMap<Pattern, Word>();

/** What it ends with, likewise. */
function tailOf(pattern: Pattern): Word {
  if (pattern.ignoreCase) return "";
  const known = tails.get(pattern);
  if (known !== undefined) return known;
  const { atoms } = pattern;
  const end = atoms.findLastIndex(({ char }) => char === undefined || OPEN.test(char));
  const tail = atoms.slice(end + 1).reduce((text, { char }) => text + char, "");
  tails.set(pattern, tail);
  return tail;
}

/** Do the two begin, or end, with different characters? Most patterns that are held against an ARN are of another. */
function isApart(pattern: Pattern, word: Word): boolean {
  const { text } = headOf(pattern);
  const hole = word.search(HOLE);
  if (!word.startsWith(text) && (hole < 0 || !text.startsWith(word.slice(0, hole)))) return true;
  const tail = tailOf(pattern);
  const end = hole < 0 ? word : word.slice(lastHole(word) + 1);
  return !end.endsWith(tail) && !tail.endsWith(end);
}

function lastHole(word: Word): number {
  let at = word.length - 1;
  while (at >= 0 && !hasHole(word[at] as string)) at -= 1;
  return at;
}

/** Does the word match, whatever values its holes have? */
export function matches(pattern: Pattern, word: Word): boolean {
  const { text, atoms: known } = headOf(pattern);
  if (!word.startsWith(text)) return false;
  const { atoms, ignoreCase } = pattern;
  let at = text.length;
  for (let index = known; index < atoms.length; index += 1) {
    const atom = atoms[index] as Atom;
    // Most words differ before the first run of any length, or there is none.
    if (atom.many) {
      return hasPlainRuns(pattern) ? matchesRuns(pattern, word) : accepts(pattern, reached(pattern, word));
    }
    if (at >= word.length) return false;
    const char = String.fromCodePoint(word.codePointAt(at) as number);
    const folded = fold(char, ignoreCase);
    if (atom.char === undefined ? !atom.accepts(folded) : atom.char !== folded) return false;
    at += char.length;
  }
  return at === word.length;
}

const plainRuns = new WeakMap<Pattern, boolean>();

/** Do all of its runs take whatever comes? */
function hasPlainRuns(pattern: Pattern): boolean {
  const known = plainRuns.get(pattern) ?? pattern.atoms.every((atom) => !atom.many || atom.accepts === ANY.accepts);
  plainRuns.set(pattern, known);
  return known;
}

/** Of runs that take whatever comes each may be as short as it can: what follows it is sought once. */
function matchesRuns({ atoms, ignoreCase }: Pattern, word: Word): boolean {
  const chars = [...fold(word, ignoreCase)];
  let atom = 0;
  let char = 0;
  let afterRun = -1;
  let runsTo = 0;
  while (char < chars.length) {
    const one = atoms[atom];
    if (one?.many) {
      atom += 1;
      afterRun = atom;
      runsTo = char;
    } else if (one?.accepts(chars[char] as string)) {
      atom += 1;
      char += 1;
    } else if (afterRun < 0) return false;
    else {
      atom = afterRun;
      runsTo += 1;
      char = runsTo;
    }
  }
  while (atoms[atom]?.many) atom += 1;
  return atom === atoms.length;
}

/**
 * Can the holes of the pattern and of the word have values with which it matches? The word's characters from `freshFrom` on
 * are such as no hole of the pattern supplies.
 */
export function mayMatch(pattern: Pattern, word: Word, freshFrom = Number.POSITIVE_INFINITY): boolean {
  if (isApart(pattern, word)) return false;
  const left = withSupplied(pattern);
  const folded = fold(word, pattern.ignoreCase);
  let first = 0;
  let at = 0;
  // Most differ before the first run of either: what stands there once matches the character at the same place, or nothing does.
  for (; first < left.length; first += 1) {
    const atom = left[first] as Atom;
    if (atom.many) break;
    if (at >= folded.length) return false;
    const char = String.fromCodePoint(folded.codePointAt(at) as number);
    if (hasHole(char)) break;
    if (!atom.accepts(char)) return false;
    at += char.length;
  }
  const right = Array.from(folded.slice(at), (char, index): Place => {
    return hasHole(char) ? ANY : { char, many: false, fresh: first + index >= freshFrom };
  });
  let last = left.length;
  let end = right.length;
  // And so from their ends.
  for (; last > first && end > 0; last -= 1, end -= 1) {
    const atom = left[last - 1] as Atom;
    const place = right[end - 1] as Place;
    if (atom.many || place.many) break;
    if (!fits(atom, place)) return false;
  }
  return intersect(left.slice(first, last), right.slice(0, end));
}

/** What a hole of the pattern stands for. */
const SUPPLIED: Atom = { ...ANY };

/** Each is held against many words. */
const supplied = new WeakMap<Pattern, readonly Atom[]>();

function withSupplied(pattern: Pattern): readonly Atom[] {
  const found =
    supplied.get(pattern) ??
    pattern.atoms.map((atom) => (atom.char !== undefined && hasHole(atom.char) ? SUPPLIED : atom));
  supplied.set(pattern, found);
  return found;
}

/** A character of the word, or any number of any. */
interface Place extends Pick<Atom, "char" | "many"> {
  readonly fresh?: boolean;
}

function fits(atom: Atom, { char, fresh }: Place): boolean {
  return char !== undefined && atom.accepts(char) && !(fresh === true && atom === SUPPLIED);
}

/** Is there a word that both match? */
function intersect(left: readonly Atom[], right: readonly Place[]): boolean {
  const width = right.length;
  // row[j] is 1: the first i atoms of left and the first j of right can stand for the same characters.
  let row = new Uint8Array(width + 1);
  let next = new Uint8Array(width + 1);
  row[0] = 1;
  for (let j = 0; right[j]?.many; j += 1) row[j + 1] = 1;
  for (const atom of left) {
    next.fill(0);
    let isAny = false;
    for (let j = 0; j <= width; j += 1) {
      const place = right[j];
      const isReached = row[j] === 1;
      if (isReached && (atom.many || place?.many === true)) next[j] = 1;
      const isThere = next[j] === 1;
      isAny ||= isThere;
      if (place === undefined || !(isReached || isThere)) continue;
      if (place.many ? isThere : (isReached || atom.many) && fits(atom, place)) next[j + 1] = 1;
    }
    if (!isAny) return false;
    [row, next] = [next, row];
  }
  return row[width] === 1;
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
