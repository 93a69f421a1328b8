// Patterns that parameters are held to: which words, and words of which lengths, match one as a whole. Never backtracks: pattern and word may be hostile.

import { MAYBE, type Truth } from "./doubt.ts";
import type { PatternNode } from "./pattern-syntax.ts";

const LONGEST_WORD = 2000;
const STEPS = 20_000;

/** Does the whole word match? MAYBE where that takes too long to say. */
export function matches(pattern: PatternNode, word: string): Truth {
  if (word.length > LONGEST_WORD) return MAYBE;
  const ends = endsOf(pattern, {
    after: (place, fits) => {
      const character = word[place];
      return character !== undefined && fits(character) ? [place + 1] : [];
    },
    isEnd: (place) => place === word.length,
  });
  return ends === undefined ? MAYBE : ends.has(word.length);
}

/** The beginning of a text with a number in it, from one place to another, that may be any other as well. */
export interface Numbered {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** The last place to which a wildcard leads from a place. */
  reach(place: number): number;
}

const DIGITS = [..."0123456789"];

/** Can a word that matches, its `*` and `?` read as wildcards, stand for such texts of more than one number? True where it takes too long to say. */
export function mayStandFor(pattern: PatternNode, { text, from, to, reach }: Numbered): boolean {
  // Places beyond those of the text are the same again, once a wildcard stands for a digit.
  const beyond = text.length + 1;
  const ends = endsOf(pattern, {
    after(place, fits) {
      const at = place % beyond;
      if (at === text.length) return [place];
      const isWild = place >= beyond;
      const run = Array.from({ length: reach(at) - at + 1 }, (_, length) => at + length);
      const covered = fits("*") ? run : fits("?") ? run.slice(1, 2) : [];
      const isSpelled = at >= from && at < to ? DIGITS.some(fits) : fits(text.charAt(at));
      return [
        ...covered.map((next) => (isWild || (next > from && at < to) ? next + beyond : next)),
        ...(isSpelled ? [place + 1] : []),
      ];
    },
    isEnd: () => true,
  });
  return ends === undefined || ends.has(text.length + beyond);
}

/** No word that matches has another length than these; `ceiling` stands for itself and all above. Undefined where it takes too long to say. */
export function lengths(pattern: PatternNode, ceiling: number): ReadonlySet<number> | undefined {
  return endsOf(pattern, { after: (place) => [Math.min(place + 1, ceiling)], isEnd: () => true });
}

/** False: no word that matches has the character. */
export function mayHold(pattern: PatternNode, character: string): boolean {
  if (pattern.kind === "character") return pattern.fits(character);
  return "of" in pattern && [pattern.of].flat().some((part) => mayHold(part, character));
}

/** What a pattern is matched against. */
interface Tape {
  /** The place after the character at `place`; none if that does not fit or there is none. */
  after(place: number, fits: (character: string) => boolean): readonly number[];
  isEnd(place: number): boolean;
}

type Places = ReadonlySet<number>;
type Walk = (node: PatternNode, starts: Places) => Places;

class TooLong extends Error {}

/** All places at which a match that begins at the start can end. */
function endsOf(pattern: PatternNode, tape: Tape): Places | undefined {
  let steps = STEPS;
  const walk: Walk = (node, starts) => {
    steps -= starts.size + 1;
    if (steps < 0) throw new TooLong();
    switch (node.kind) {
      case "character":
        return new Set([...starts].flatMap((place) => tape.after(place, node.fits)));
      case "start":
        return new Set([...starts].filter((place) => place === 0));
      case "end":
        return new Set([...starts].filter((place) => tape.isEnd(place)));
      case "sequence":
        return node.of.reduce<Places>((places, next) => walk(next, places), starts);
      case "either":
        return new Set(node.of.flatMap((branch) => [...walk(branch, starts)]));
      case "group":
        return walk(node.of, starts);
      case "repeat":
        return repeated(node, starts, walk);
    }
  };
  try {
    return walk(pattern, new Set([0]));
  } catch (thrown) {
    if (thrown instanceof TooLong) return undefined;
    throw thrown;
  }
}

function repeated({ of, least, most }: PatternNode & { kind: "repeat" }, starts: Places, walk: Walk): Places {
  let reached = starts;
  for (let times = 0; times < least; times += 1) {
    const next = walk(of, reached);
    // The same places again: further rounds change nothing.
    if (next.size === reached.size && [...next].every((place) => reached.has(place))) break;
    reached = next;
  }
  const all = new Set(reached);
  for (let times = least; times < most && reached.size > 0; times += 1) {
    reached = new Set([...walk(of, reached)].filter((place) => !all.has(place)));
    for (const place of reached) all.add(place);
  }
  return all;
}
