// A shortest word for every combination of patterns that some word of a language matches: exact, by walking the automata together.

import type { Budget } from "./budget.ts";
import {
  type Atom,
  accepts,
  hasWildcard,
  matches,
  onlyWord,
  type Pattern,
  type States,
  start,
  step,
} from "./pattern.ts";
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

/** Moves of one state by one character that cost about as much as one step of deciding a request. */
const MOVES_PER_STEP = 8;

const PRINTABLE = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));

/**
 * `preferred` words stand for their combination if they are in the language. Two words that the same patterns match are
 * told apart by nothing in the policy, so one of them is enough (the partition lemma).
 */
export function cells(
  grammar: Grammar,
  patterns: readonly Pattern[],
  preferred: readonly Word[],
  steps: Budget,
): Cells {
  const found = new Map<string, Word>();
  const keep = (word: Word, signature: string): void => {
    if (!found.has(signature)) found.set(signature, word);
  };
  const told = (complete: boolean): Cells => ({ words: [...found.values()], complete });
  const isPlain = !patterns.some(hasWildcard);
  const plain = isPlain ? patterns.map(onlyWord).filter((word) => word !== undefined) : [];
  for (const word of [...preferred, ...plain]) {
    if (!steps.spend(Math.ceil(patterns.length / MOVES_PER_STEP))) return told(false);
    if (grammar.some((atoms) => matches({ atoms, ignoreCase: false }, word))) keep(word, signatureOf(patterns, word));
  }
  if (isPlain && found.has("0".repeat(patterns.length)) && !patterns.some((pattern) => pattern.ignoreCase)) {
    return told(true);
  }
  return told(grammar.map((atoms) => walk({ atoms, ignoreCase: false }, patterns, keep, steps)).every(Boolean));
}

interface Point {
  readonly word: Word;
  readonly language: States;
  readonly states: readonly States[];
}

function walk(
  language: Pattern,
  patterns: readonly Pattern[],
  keep: (word: Word, signature: string) => void,
  steps: Budget,
): boolean {
  const alphabet = alphabetOf(language, patterns);
  const first: Point = { word: "", language: start(language), states: patterns.map(start) };
  const seen = new Set([keyOf(first)]);
  let edge: Point[] = [first];
  while (edge.length > 0) {
    const next: Point[] = [];
    for (const point of edge) {
      const moves = alphabet.length * point.states.reduce((sum, states) => sum + states.length, 1);
      if (!steps.spend(Math.ceil(moves / MOVES_PER_STEP))) return false;
      if (accepts(language, point.language)) {
        keep(
          point.word,
          patterns.map((pattern, index) => (accepts(pattern, point.states[index] ?? []) ? "1" : "0")).join(""),
        );
      }
      for (const char of alphabet) {
        const inside = step(language, point.language, char);
        if (inside.length === 0) continue;
        const states = patterns.map((pattern, index) => step(pattern, point.states[index] ?? [], char));
        const reached: Point = { word: point.word + char, language: inside, states };
        const key = keyOf(reached);
        if (seen.has(key)) continue;
        if (seen.size >= LIMIT) return false;
        seen.add(key);
        next.push(reached);
      }
    }
    edge = next;
  }
  return true;
}

function keyOf(point: Point): string {
  return `${point.language.join(",")}|${point.states.map((states) => states.join(",")).join("|")}`;
}

/** The characters that the patterns spell out, in both cases where case does not count, and one other of each kind the language knows. */
function alphabetOf(language: Pattern, patterns: readonly Pattern[]): string[] {
  const spelled = new Set<string>();
  for (const { atoms, ignoreCase } of [language, ...patterns]) {
    for (const { char } of atoms) {
      if (char === undefined) continue;
      spelled.add(char);
      if (ignoreCase) spelled.add(char.toUpperCase());
    }
  }
  const others = new Set<string>();
  const sets = new Set(
    [language, ...patterns]
      .flatMap(({ atoms }) => atoms.filter((atom) => atom.char === undefined))
      .map((atom) => atom.accepts),
  );
  for (const accepted of sets) {
    const other = PREFERRED_CHARACTERS.find((char) => accepted(char) && !spelled.has(char));
    if (other !== undefined) others.add(other);
  }
  return [...others, ...spelled];
}

/** Letters before digits before signs, so that the words look like words. */
const PREFERRED_CHARACTERS = [
  ...PRINTABLE.filter((char) => /[a-z]/.test(char)),
  ...PRINTABLE.filter((char) => /\d/.test(char)).reverse(),
  ...PRINTABLE.filter((char) => /[A-Z]/.test(char)),
  ...PRINTABLE.filter((char) => !/[a-zA-Z\d]/.test(char)),
  " ",
  "\u00e9",
];

function signatureOf(patterns: readonly Pattern[], word: Word): string {
  return patterns.map((pattern) => (matches(pattern, word) ? "1" : "0")).join("");
}
