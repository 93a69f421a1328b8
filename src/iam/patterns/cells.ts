// A shortest word for every combination of patterns that some word of a language matches: exact, by walking the automata together.

import { type Automaton, alphabetOf, automaton, DEAD } from "./automaton.ts";
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

/** Atoms of patterns that cost about as much to make an automaton of. */
const ATOMS_PER_STEP = 16;

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
  const signatureOf = signatures(groups);
  const language = grammar.map((atoms): Pattern => ({ atoms, ignoreCase: false }));
  const keep = (word: Word, signature: string): void => {
    if (!found.has(signature)) found.set(signature, word);
  };
  const told = (complete: boolean): Cells => ({ words: [...found.values()], complete });
  const isPlain = !patterns.some(hasWildcard);
  const plain = isPlain ? patterns.map(onlyWord).filter((word) => word !== undefined) : [];
  for (const word of [...preferred, ...plain]) {
    if (!steps.spend(Math.ceil(groups.length / MOVES_PER_STEP))) return told(false);
    if (language.some((one) => matches(one, word))) keep(word, signatureOf(word));
  }
  if (isPlain && found.has("0".repeat(groups.length)) && !patterns.some((pattern) => pattern.ignoreCase)) {
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
  /** Of the language, then of each group. */
  readonly states: readonly number[];
}

function walk(
  language: readonly Pattern[],
  groups: readonly Group[],
  keep: (word: Word, signature: string) => void,
  steps: Budget,
): boolean {
  const atoms = [...language, ...groups.flat()].reduce((sum, one) => sum + one.atoms.length, 0);
  if (!steps.spend(Math.ceil(atoms / ATOMS_PER_STEP))) return false;
  const alphabet = alphabetOf([...language, ...groups.flat()]);
  const automata = [language, ...groups].map((patterns) => automaton(patterns, alphabet, steps));
  const { kinds, chars } = alphabet;
  const first: Point = { word: "", states: automata.map((one) => one.first) };
  const seen = new Set([first.states.join()]);
  let edge: Point[] = [first];
  while (edge.length > 0) {
    const next: Point[] = [];
    for (const { word, states } of edge) {
      const accepted = automata.map((one, index) => (one.accepts(states[index] as number) ? "1" : "0")).join("");
      if (accepted.startsWith("1")) keep(word, accepted.slice(1));
      const told = new Set<number>();
      for (const [index, one] of automata.entries())
        for (const char of one.telling(states[index] as number)) if (char >= kinds) told.add(char);
      if (!steps.spend(Math.ceil(((kinds + told.size) * automata.length) / MOVES_PER_STEP))) return false;
      for (const char of [...Array(kinds).keys(), ...told]) {
        const reached = nextStates(automata, states, char);
        if (reached === undefined) continue;
        const key = reached.join();
        if (seen.has(key)) continue;
        if (seen.size >= LIMIT) return false;
        seen.add(key);
        next.push({ word: word + (chars[char] as string), states: reached });
      }
    }
    edge = next;
  }
  return !steps.exhausted;
}

/** Undefined: no word of the language goes on so. */
function nextStates(automata: readonly Automaton[], states: readonly number[], char: number): number[] | undefined {
  const reached: number[] = [];
  for (const [index, one] of automata.entries()) {
    const to = one.next(states[index] as number, char);
    if (to === undefined || (index === 0 && to === DEAD)) return undefined;
    reached.push(to);
  }
  return reached;
}

/** Of a word: which groups match it, as text. */
function signatures(groups: readonly Group[]): (word: Word) => string {
  const tests = groups.map((group) => {
    const literals = new Set(group.flatMap((one) => (one.ignoreCase ? [] : (onlyWord(one) ?? []))));
    const others = group.filter((one) => one.ignoreCase || hasWildcard(one));
    return (word: Word): boolean => literals.has(word) || others.some((one) => matches(one, word));
  });
  return (word) => tests.map((test) => (test(word) ? "1" : "0")).join("");
}
