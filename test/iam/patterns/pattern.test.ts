import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plain, wild } from "../../../src/iam/patterns/glyph.ts";
import { matches, mayMatch } from "../../../src/iam/patterns/matching.ts";
import { arnPattern, textPattern, withoutSlash } from "../../../src/iam/patterns/pattern.ts";

const PATTERNS = fc.string({ unit: fc.constantFrom("a", "b", "A", ":", "*", "?", "."), maxLength: 8 });
const WORDS = fc.string({ unit: fc.constantFrom("a", "b", "A", ":", "*", "."), maxLength: 8 });

/** The pattern as a regular expression: `*` is any run, `?` any character, of those that `inside` admits. */
function regExp(pattern: string, flags = "", inside = "[^]"): RegExp {
  const escaped = pattern.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("\\*", `${inside}*`).replaceAll("\\?", inside)}$`, flags);
}

test("a pattern with wildcards is the regular expression", () => {
  fc.assert(
    fc.property(PATTERNS, WORDS, fc.boolean(), (pattern, word, ignoreCase) => {
      const glyphs = wild(ignoreCase ? pattern.toLowerCase() : pattern);
      expect(matches(textPattern(glyphs, ignoreCase), word)).toBe(regExp(pattern, ignoreCase ? "i" : "").test(word));
    }),
    { numRuns: 2000 },
  );
});

test("an exact pattern is the text, with or without its case", () => {
  fc.assert(
    fc.property(WORDS, WORDS, (text, word) => {
      expect(matches(textPattern(plain(text)), word)).toBe(text === word);
      expect(matches(textPattern(plain(text), true), word)).toBe(text.toLowerCase() === word.toLowerCase());
    }),
  );
});

test("case counts unless a pattern ignores it", () => {
  expect([false, true].map((ignoreCase) => matches(textPattern(plain("a"), ignoreCase), "A"))).toEqual([false, true]);
  expect(matches(textPattern(plain("a")), "A")).toBe(false);
});

test("an ARN's fields are regular expressions of their own, the last of which crosses colons", () => {
  const fields = fc.array(
    PATTERNS.map((text) => text.replaceAll(":", "")),
    { minLength: 6, maxLength: 7 },
  );
  const values = fc.array(
    WORDS.map((text) => text.replaceAll(":", "")),
    { minLength: 5, maxLength: 8 },
  );
  fc.assert(
    fc.property(fields, values, fc.boolean(), (patterns, words, alike) => {
      // Half of the words are made of the pattern's own characters, or hardly any would match.
      const word = (alike ? patterns.map((one) => one.replaceAll("*", "ab").replaceAll("?", "a")) : words).join(":");
      const pattern = arnPattern(wild(patterns.join(":")));
      const [head, tail] = [patterns.slice(0, 5), patterns.slice(5).join(":")];
      const expected = new RegExp(
        `^${[...head.map((one) => regExp(one, "", "[^:]").source.slice(1, -1)), regExp(tail).source.slice(1, -1)].join(":")}$`,
      );
      expect(pattern && matches(pattern, word)).toBe(expected.test(word));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["a:b:c:d:e*:f", "a:b:c:d:ex:f", true],
  ["a:b:c:d:e*:f", "a:b:c:d:ex:y:f", false],
  ["a:b:c:d:?:f", "a:b:c:d:e:f", true],
  ["a:b:c:d:?:f", "a:b:c:d:::f", false],
  ["a:b:c:d:?:f", "a:b:c:d:ee:f", false],
  ["a:b:c:d:e:x*y", "a:b:c:d:e:x::y", true],
  ["a:b:c:d:e:x?y", "a:b:c:d:e:x:y", true],
])("%j matches the ARN %j: %s", (text, word, expected) => {
  const pattern = arnPattern(wild(text));
  expect(pattern && matches(pattern, word)).toBe(expected);
});

test.each([
  ["o/*/ou", "o/r/ou", true],
  ["o/*/ou", "o/r/s/ou", false],
  ["o?r", "o/r", false],
  ["o?r", "o-r", true],
  ["O/*", "o/R", true],
])("whose wildcards stand for no slash, %j matches %j: %s", (text, word, expected) => {
  expect(matches(withoutSlash(textPattern(wild(text), true)), word)).toBe(expected);
});

test.each(["", "*", "arn:aws:iam::*", "a:b:c:d:e"])("%j has too few fields for an ARN", (text) => {
  expect(arnPattern(wild(text))).toBeUndefined();
});

describe("with holes", () => {
  const HOLE = "\ue000";

  test.each([
    ["a*", `${HOLE}b`, true],
    ["ab", HOLE, true],
    ["ab", `a${HOLE}`, true],
    ["ab", `b${HOLE}`, false],
    [`a${HOLE}`, "ab", true],
    [`a${HOLE}`, "b", false],
    [`a${HOLE}`, "a", true],
    [`${HOLE}-x`, `y-${HOLE}`, true],
    ["a?c", `a${HOLE}d`, false],
    ["", HOLE, true],
    ["", "a", false],
  ])("%j may match %j: %s", (pattern, word, possible) => {
    expect(mayMatch(textPattern(wild(pattern)), word)).toBe(possible);
  });

  test.each([
    [`a:${HOLE}:*`, "a:b:fresh", 4, true],
    [`a:b:${HOLE}`, "a:b:fresh", 4, false],
    [`${HOLE}fresh`, "a:b:fresh", 4, true],
    [HOLE, "fresh", 0, false],
    [`a${HOLE}`, "ab", 1, false],
    [`a${HOLE}`, "ab", 2, true],
    [`${HOLE}*`, "fresh", 0, true],
  ])("no hole of %j supplies what is fresh of %j, from %d on: may match %s", (pattern, word, from, possible) => {
    expect(mayMatch(textPattern(wild(pattern)), word, from)).toBe(possible);
  });

  /** Piece by piece: a run takes one character more, or ends. */
  function mayMeet(left: readonly string[], right: readonly (readonly [string, boolean])[]): boolean {
    const [one, ...lefts] = left;
    const [[other, fresh] = [undefined, false], ...rights] = right;
    if (one === undefined && other === undefined) return true;
    const isRun = one === "*" || one === HOLE;
    if (isRun && mayMeet(lefts, right)) return true;
    if (other === HOLE && mayMeet(left, rights)) return true;
    if (one === undefined || other === undefined) return false;
    if (other === HOLE) return !isRun && mayMeet(lefts, right);
    const isTaken = one === HOLE ? !fresh : one === "*" || one === "?" || one === other;
    return isTaken && mayMeet(isRun ? left : lefts, rights);
  }

  test("may match what some text piece by piece is", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "*", "?", HOLE), maxLength: 7 });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 8 }), fc.boolean(), (pattern, written, from, ignoreCase) => {
        const word = written.replace(/[*?]/g, "b");
        const pieces = [...word].map((char, index) => [char, index >= from] as const);
        const upper = ignoreCase ? word.toUpperCase() : word;
        expect(mayMatch(textPattern(wild(pattern), ignoreCase), upper, from)).toBe(mayMeet([...pattern], pieces));
      }),
      { numRuns: 5000 },
    );
  });

  test("whatever value the holes have, a word that then matches may match", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "*", "?", HOLE), maxLength: 6 });
    const value = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 3 });
    fc.assert(
      fc.property(
        text,
        text.map((one) => one.replace(/[*?]/g, "a")),
        value,
        (pattern, word, filling) => {
          const glyphs = [...pattern].flatMap((char) => (char === HOLE ? plain(filling) : wild(char)));
          const filled = word.replaceAll(HOLE, filling);
          if (matches(textPattern(glyphs), filled)) expect(mayMatch(textPattern(wild(pattern)), word)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
