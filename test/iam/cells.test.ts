import fc from "fast-check";
import { expect, test } from "vitest";
import { budget } from "../../src/iam/budget.ts";
import { cells as cellsWithin, type Grammar } from "../../src/iam/cells.ts";
import { ANY, anyOf, matches, oneOf, type Pattern, plain, textPattern, wild } from "../../src/iam/pattern.ts";

function cells(grammar: Grammar, patterns: readonly Pattern[], preferred: readonly string[]) {
  return cellsWithin(grammar, patterns, preferred, budget());
}

const ALPHABET = ["a", "b", "c"];

/** Every word of up to four letters. */
const WORDS = [0, 1, 2, 3]
  .reduce<string[][]>(
    (all) => [...all, (all.at(-1) ?? []).flatMap((word) => ALPHABET.map((char) => word + char))],
    [[""]],
  )
  .flat();

function signature(patterns: readonly Pattern[], word: string): string {
  return patterns.map((pattern) => (matches(pattern, word) ? "1" : "0")).join("");
}

const letter = (char: string): boolean => ALPHABET.includes(char);
const GRAMMARS: Readonly<Record<string, Grammar>> = {
  "any text": [[ANY]],
  "two letters or more": [[oneOf(letter), oneOf(letter), anyOf(letter)]],
  "one letter, or three": [[oneOf(letter)], [oneOf(letter), oneOf(letter), oneOf(letter)]],
};

const pattern = fc
  .tuple(fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 4 }), fc.boolean(), fc.boolean())
  .map(([text, wildcards, ignoreCase]) => textPattern((wildcards ? wild : plain)(text), ignoreCase));

test.each(Object.entries(GRAMMARS))(
  "%s: one word for every combination of patterns, and no other word",
  (_, grammar) => {
    const inLanguage = (word: string): boolean => grammar.some((atoms) => matches({ atoms, ignoreCase: false }, word));
    fc.assert(
      fc.property(
        fc.array(pattern, { maxLength: 3 }),
        fc.array(fc.constantFrom("ab", "cc", "c"), { maxLength: 2 }),
        (patterns, preferred) => {
          const { words, complete } = cells(grammar, patterns, preferred);
          const found = words.map((word) => signature(patterns, word));
          expect(complete).toBe(true);
          expect(words.filter((word) => !inLanguage(word))).toEqual([]);
          expect(new Set(found).size).toBe(found.length);
          const possible = new Set(WORDS.filter(inLanguage).map((word) => signature(patterns, word)));
          expect([...possible].filter((one) => !found.includes(one))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  },
);

test("a preferred word stands for its combination, the first of two", () => {
  const patterns = [textPattern(wild("a*"))];
  expect(cells([[ANY]], patterns, ["cab", "bac", "abc", "aaa"]).words).toEqual(["cab", "abc"]);
});

test("the words that are not preferred are shortest", () => {
  const { words } = cells([[ANY]], [textPattern(wild("*ab*")), textPattern(wild("*b"))], ["none"]);
  expect([...words].sort()).toEqual(
    ["ab", "aba", "b", "none"].map((word) => (word === "aba" ? expect.stringMatching(/^ab.$/) : word)),
  );
});

test("a walk that is too long says that it is not complete", () => {
  // Which of the last sixteen characters were an "a" are 65,536 states to tell apart.
  const { complete, words } = cells([[ANY]], [textPattern(wild(`*a${"?".repeat(15)}`))], ["none"]);
  expect(complete).toBe(false);
  expect(words).toContain("none");
});
