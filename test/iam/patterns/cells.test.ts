import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Budget, budget } from "../../../src/iam/patterns/budget.ts";
import { cells as cellsWithin, type Grammar } from "../../../src/iam/patterns/cells.ts";
import { plain, wild } from "../../../src/iam/patterns/glyph.ts";
import { matches } from "../../../src/iam/patterns/matching.ts";
import { ANY, anyOf, exactly, oneOf, oneOfList, type Pattern, textPattern } from "../../../src/iam/patterns/pattern.ts";

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
  "a letter that all begin with, and more": [[exactly("a"), anyOf(letter)]],
  "two letters that all begin with, the end of one": [
    [exactly("a"), exactly("b")],
    [exactly("a"), exactly("b"), oneOf(letter)],
  ],
  "one word": [[exactly("a"), exactly("b")]],
  nothing: [],
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

/** The steps of a walk through any text. */
function spent(patterns: readonly Pattern[]): number {
  let sum = 0;
  const counting: Budget = {
    exhausted: false,
    left: 1,
    spend(count) {
      sum += count;
      return true;
    },
  };
  cellsWithin([[ANY]], patterns, [], counting);
  return sum;
}

test("equal patterns count once", () => {
  const once = ["*ab*", "a?"].map((text) => textPattern(wild(text)));
  const twice = ["*ab*", "a?", "*ab*", "a?"].map((text) => textPattern(wild(text)));
  expect(spent(twice)).toBe(spent(once));
});

describe("of patterns in one list", () => {
  const list = {};
  const any = ["a*", "*b", "c"].flatMap((text) => oneOfList([textPattern(wild(text))], list));

  test("some or none match a word, whichever", () => {
    expect(cells([[ANY]], any, ["none"]).words).toEqual(["none", "a"]);
  });

  test("others are told apart", () => {
    const { words } = cells([[ANY]], [...any, textPattern(wild("?"))], ["none"]);
    expect([...words].sort()).toEqual(["a", "d", "db", "none"]);
  });

  test("what deployment supplies is told apart", () => {
    const supplied = oneOfList([textPattern(wild("\ue000*"))], list);
    expect(cells([[ANY]], [...any, ...supplied], ["none"]).words).toEqual(["none", "a", "\ue000", "\ue000b"]);
  });
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

test("a language is too long to walk as soon as one of its sequences is", () => {
  const { complete } = cells([[ANY], [oneOf(letter)]], [textPattern(wild(`*a${"?".repeat(15)}`))], []);
  expect(complete).toBe(false);
});

/** At the places 1 and 2 after one character, and at the place 12 after eleven. */
const LONG = [exactly("a"), anyOf((char) => char === "a"), ...Array.from("b".repeat(11), exactly)];

describe("the words", () => {
  const cases: [string, Grammar, readonly Pattern[], readonly string[], readonly string[]][] = [
    ["without any that is preferred", [[ANY]], [textPattern(wild("x*"))], [], ["", "x"]],
    ["of one sequence of several", GRAMMARS["one letter, or three"] ?? [], [], ["abc"], ["abc"]],
    ["of one character", [[oneOf(letter)]], [textPattern(wild("??"))], [], ["a"]],
    ["of a language, whose case counts", [textPattern(plain("ab")).atoms], [], ["AB"], ["ab"]],
    ["of a language of more than ten places", [LONG], [], [], [`a${"b".repeat(11)}`]],
    [
      "of a pattern of more than ten places",
      [[ANY]],
      [{ atoms: LONG, ignoreCase: false }],
      [],
      ["", `a${"b".repeat(11)}`],
    ],
    [
      "of texts with and without their case",
      [[ANY]],
      [textPattern(plain("ab"), true), textPattern(plain("ab"))],
      ["none"],
      ["none", "ab", "aB"],
    ],
  ];
  test.each(cases)("%s", (_, grammar, patterns, preferred, expected) => {
    expect(cells(grammar, patterns, preferred).words).toEqual(expected);
  });
});

describe("the budget", () => {
  const texts = ["ab", "cd"].map((text) => textPattern(plain(text)));

  test("is not spent on a walk where texts without wildcards are all that is asked for", () => {
    const { words, complete } = cellsWithin([[ANY]], texts, ["none"], budget(3));
    expect([words, complete]).toEqual([["none", "ab", "cd"], true]);
  });

  test.each([
    ["the words", texts, ["none"], 2],
    ["the walk", [textPattern(wild("*a*b*"))], [], 1],
  ])("may end at %s, and then combinations may be missing", (_, patterns, preferred, steps) => {
    expect(cellsWithin([[ANY]], patterns, preferred, budget(steps)).complete).toBe(false);
  });

  test("is spent on every state that a walk moves", () => {
    const all = Array.from({ length: 90 }, (_, index) => textPattern(wild(`${String.fromCharCode(35 + index)}z*`)));
    const [one = 0, two = 0, ninety = 0] = [1, 2, 90].map((count) => spent(all.slice(-count)));
    // A walk costs something however little there is to tell apart.
    expect(ninety - one).toBeGreaterThan(89 * (two - one));
  });
});
