// The roles or users that patterns tell apart, with names and paths as long as IAM takes them.

import type { Budget } from "../../patterns/budget.ts";
import { type Cells, cells } from "../../patterns/cells.ts";
import { ANY, type Atom, anyOf, oneOf, type Pattern } from "../../patterns/pattern.ts";
import type { Word } from "../../patterns/words.ts";
import { resourceGrammar } from "../grammars.ts";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html, "IAM and STS character limits" */
const LONGEST_NAME = 64;
const LONGEST_PATH = 512;

const inName = (char: string): boolean => char !== "/";
/** Whose name is longer than that. */
const LONG: Pattern = {
  atoms: [ANY, ...Array.from({ length: LONGEST_NAME + 1 }, () => oneOf(inName)), anyOf(inName)],
  ignoreCase: false,
};

/** Can a role or user be called so: "role/name", or an ARN that ends in it? */
export function isShortEnough(resource: Word): boolean {
  const name = resource.lastIndexOf("/") + 1;
  return resource.length - name <= LONGEST_NAME && pathLength(resource) <= LONGEST_PATH;
}

function pathLength(resource: Word): number {
  return resource.lastIndexOf("/") + 1 - resource.indexOf("/");
}

/** One of each cell: see `cells`. `head`: the ARN up to what kind of resource it is. */
export function resourcesOf(
  head: readonly Atom[],
  kind: "role" | "user",
  patterns: readonly Pattern[],
  preferred: readonly Word[],
  steps: Budget,
): Cells {
  const grammar = resourceGrammar(head, kind);
  const found = cells(grammar, patterns, preferred, steps);
  if (found.words.every(isShortEnough)) return found;
  // A cell whose shortest word is one with a long name may have others.
  const { words, complete } = cells(grammar, [...patterns, LONG], preferred, steps);
  // So may one whose path is too long, if its name has what the path has too much.
  const isOpen = words.some(
    (word) =>
      !isShortEnough(word) && pathLength(word) <= LONGEST_PATH + LONGEST_NAME && pathLength(word) > LONGEST_PATH,
  );
  return { words: words.filter(isShortEnough), complete: complete && !isOpen };
}
