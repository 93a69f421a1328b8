// The deploy-time value in a word, and the doubt that it causes.

import type { Doubt } from "../../values/doubt.ts";
import { ACCOUNT_ID, ORGANIZATION_ID } from "../../values/hole.ts";
import type { Hole } from "../../values/value.ts";
import { hasHole, type Word, type Words } from "./words.ts";

export function firstHole(word: Word, words: Words): Hole | undefined {
  if (!hasHole(word)) return undefined;
  for (const char of word) {
    const hole = words.hole(char);
    if (hole !== undefined) return hole;
  }
  return undefined;
}

export function doubtOf(hole: Hole): Doubt {
  return { reason: hole.reason, source: hole.source };
}

export function holeDoubt(word: Word, words: Words): Doubt | undefined {
  const hole = firstHole(word, words);
  return hole === undefined ? undefined : doubtOf(hole);
}

/** Longest run of wildcards that is tried on a value of whose characters nothing is known. */
const LONGEST_RUN = 64;

/** Each is asked about many times. */
const wild = new WeakMap<Hole, boolean>();

/** Can the value hold a wildcard? Said of its characters, else tried with wildcards alone. */
export function mayBeWild(hole: Hole): boolean {
  const known = wild.get(hole) ?? admitsWildcards(hole);
  wild.set(hole, known);
  return known;
}

function admitsWildcards({ alphabet, admits }: Hole): boolean {
  if (alphabet !== undefined) return alphabet.test("*") || alphabet.test("?");
  return Array.from({ length: LONGEST_RUN }, (_, index) => "*".repeat(index + 1)).some(admits);
}

/** The account that the role is in, where it has no number. */
export const OWN_ACCOUNT: Hole = {
  id: "own-account",
  name: "own",
  reason: "parameter",
  source: "the own account",
  sort: "own-account",
  ...ACCOUNT_ID,
};

/**
 * The organization that the role's account is in, where the configuration does not say.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html
 */
export const OWN_ORGANIZATION: Hole = {
  id: "own-organization",
  name: "own organization",
  reason: "undeclared",
  source: "the own organization",
  ...ORGANIZATION_ID,
};
