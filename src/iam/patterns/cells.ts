// A shortest word for every combination of patterns that some word of a language matches: exact, by walking the automata together.

import { alphabetOf, automaton, DEAD, type Row } from "./automaton.ts";
import type { Budget } from "./budget.ts";
import { matches } from "./matching.ts";
import { type Atom, hasWildcard, onlyWord, type Pattern } from "./pattern.ts";
import type { Word } from "./words.ts";

/** A language: any of these sequences. */
export type Grammar = readonly (readonly Atom[])[];

export interface Cells {
  /** Preferred words first, then shorter ones. */
  readonly words: readonly Word[];
  /** False: the walk was cut short; combinations may be missing. */
  readonly complete: boolean;
}

/** Points of the product automaton that one walk may visit; a trust policy with ordinary patterns needs a few hundred. */
const LIMIT = 30_000;

/** Moves of one automaton by one character that cost about as much as one step of deciding a request. */
const MOVES_PER_STEP = 8;

/** What it costs to prepare a walk, however little there is to tell apart. */
const SET_UP = 6;
const PER_AUTOMATON = 2;

/** Atoms of patterns that cost about as much to make an automaton of. */
const ATOMS_PER_STEP = 6;

/**
 * `preferred` words stand for their combination if they are in the language. Two words that the same patterns match, or one of
 * the same group, are told apart by nothing in the policy, so one of them is enough (the partition lemma).
 */
export function cells(
  grammar: Grammar,
  patterns: readonly Pattern[],
  preferred: readonly Word[],
  steps: Budget,
): Cells {
  const found = new Map<string, Word>();
  const groups = groupPatterns(patterns);
  const signed = signatures(groups);
  const language = grammar.map((atoms): Pattern => ({ atoms, ignoreCase: false }));
  const keep = (word: Word, signature: string): void => {
    if (!found.has(signature)) found.set(signature, word);
  };
  const told = (complete: boolean): Cells => ({ words: [...found.values()], complete });
  const isPlain = !patterns.some(hasWildcard);
  const plain = isPlain ? patterns.map(onlyWord).filter((word) => word !== undefined) : [];
  for (const word of [...preferred, ...plain]) {
    if (!steps.spend(Math.ceil(groups.length / MOVES_PER_STEP))) return told(false);
    if (language.some((one) => matches(one, word))) keep(word, signed(word));
  }
  if (isPlain && found.has(MATCHED_BY_NONE) && !patterns.some((pattern) => pattern.ignoreCase)) {
    return told(true);
  }
  return told(walk(language, groups, keep, steps));
}

/** What is asked of a word: does any of these match it? */
type Group = readonly Pattern[];

/** Equal ones count once. */
function groupPatterns(patterns: readonly Pattern[]): Group[] {
  const patternKey = patternKeys();
  const groups = new Map<object, Map<string, Pattern>>();
  for (const pattern of patterns) {
    const key = pattern.oneOf ?? pattern;
    groups.set(key, (groups.get(key) ?? new Map<string, Pattern>()).set(patternKey(pattern), pattern));
  }
  const told = new Map([...groups.values()].map((group) => [[...group.keys()].sort().join(" "), group]));
  return [...told.values()].map((group) => [...group.values()]);
}

/** Equal for equal patterns. */
function patternKeys(): (pattern: Pattern) => string {
  const sets = new Map<Atom["accepts"], number>();
  return ({ atoms, ignoreCase }) => {
    const parts = atoms.map(({ char, accepts, many }) => {
      if (char !== undefined) return `=${char}`;
      const id = sets.get(accepts) ?? sets.size;
      sets.set(accepts, id);
      return `#${id}${many}`;
    });
    return `${ignoreCase}${parts.join("")}`;
  };
}

interface Point {
  readonly word: Word;
  /** Of the language, and of each group that may still match: which it is (the language is 0). */
  readonly alive: readonly number[];
  readonly states: readonly number[];
}

function walk(
  language: readonly Pattern[],
  groups: readonly Group[],
  keep: (word: Word, signature: string) => void,
  steps: Budget,
): boolean {
  const all = [language, ...groups];
  const atoms = all.flat().reduce((sum, one) => sum + one.atoms.length, 0);
  if (!steps.spend(SET_UP + PER_AUTOMATON * all.length + Math.ceil(atoms / ATOMS_PER_STEP))) return false;
  const alphabet = alphabetOf(all.flat());
  const { kinds, chars, twins, indexes } = alphabet;
  const head = headOf(language);
  const told = head.flatMap((char) => indexes.get(char) ?? []);
  const automata = all.map((patterns) => automaton(patterns, alphabet, told, steps));
  const seen = new Set<string>();
  const pointAt = (word: Word, which: readonly number[], reached: readonly number[]): Point | undefined => {
    const alive: number[] = [];
    const states: number[] = [];
    let key = "";
    for (let index = 0; index < which.length; index += 1) {
      const state = reached[index] as number;
      if (state === DEAD) continue;
      const group = which[index] as number;
      alive.push(group);
      states.push(state);
      key += String.fromCharCode(group >>> 16, group & 0xffff, state >>> 16, state & 0xffff);
    }
    if (seen.has(key)) return undefined;
    seen.add(key);
    return { word, alive, states };
  };
  const first = pointAt(
    head.join(""),
    [...automata.keys()],
    automata.map((one) => one.first),
  );
  // Without the language no word is one.
  let edge = first?.alive[0] === 0 ? [first] : [];
  while (edge.length > 0) {
    const next: Point[] = [];
    for (const { word, alive, states } of edge) {
      const accepting = alive.filter((group, index) => automata[group]?.accepts(states[index] as number));
      if (accepting[0] === 0) keep(word, signatureOf(accepting));
      const rows: Row[] = [];
      for (const [index, group] of alive.entries()) {
        const row = automata[group]?.row(states[index] as number);
        if (row === undefined) return false;
        rows.push(row);
      }
      const [ofLanguage] = rows as [Row];
      const telling = new Set(rows.flatMap((row) => (row.told.size === 0 ? [] : [...row.told.keys()])));
      if (!steps.spend(Math.ceil(((kinds + telling.size) * alive.length) / MOVES_PER_STEP))) return false;
      const goOn = (char: number, to: (row: Row) => number): boolean => {
        // No word of the language goes on so.
        if (to(ofLanguage) === DEAD) return true;
        const point = pointAt(word + (chars[char] as string), alive, rows.map(to));
        if (point !== undefined) next.push(point);
        return point === undefined || seen.size <= LIMIT;
      };
      for (let char = 0; char < kinds; char += 1) if (!goOn(char, (row) => row.kinds[char] as number)) return false;
      for (const char of telling)
        if (!goOn(char, (row) => row.told.get(char) ?? (row.kinds[twins[char] as number] as number))) return false;
    }
    edge = next;
  }
  return !steps.exhausted;
}

/** The characters that all words of the language begin with. */
function headOf([first, ...others]: readonly Pattern[]): readonly string[] {
  const head: string[] = [];
  for (const [index, { char }] of (first?.atoms ?? []).entries()) {
    if (char === undefined || others.some(({ atoms }) => atoms[index]?.char !== char)) break;
    head.push(char);
  }
  return head;
}

const MATCHED_BY_NONE = "";

/** Of the language, and of groups behind it: those groups, as text. */
function signatureOf([, ...accepting]: readonly number[]): string {
  return accepting.join();
}

/** Of a word: which groups match it, as text. */
function signatures(groups: readonly Group[]): (word: Word) => string {
  const tests = groups.map((group) => {
    const literals = new Set(group.flatMap((one) => (one.ignoreCase ? [] : (onlyWord(one) ?? []))));
    const others = group.filter((one) => one.ignoreCase || hasWildcard(one));
    return (word: Word): boolean => literals.has(word) || others.some((one) => matches(one, word));
  });
  return (word) => signatureOf([0, ...tests.flatMap((test, index) => (test(word) ? [index + 1] : []))]);
}
