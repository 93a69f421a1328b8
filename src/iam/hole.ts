// The deploy-time value in a word, and the doubt that it causes.

import type { Doubt } from "../values/doubt.ts";
import type { Hole } from "../values/value.ts";
import type { Word, Words } from "./words.ts";

export function firstHole(word: Word, words: Words): Hole | undefined {
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

/** The account that the role is in, where it has no number. */
export const OWN_ACCOUNT: Hole = {
  id: "own-account",
  name: "own",
  reason: "parameter",
  source: "the own account",
  sort: "own-account",
  admits: (word) => /^\d{12}$/.test(word),
};

/** The organization that the role's account is in, where the configuration does not say. */
export const OWN_ORGANIZATION: Hole = {
  id: "own-organization",
  name: "own organization",
  reason: "undeclared",
  source: "the own organization",
  admits: () => true,
};
