import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAYBE, type Truth } from "../../src/values/doubt.ts";
import { lengths, matches, mayHold } from "../../src/values/pattern.ts";
import { readPattern } from "../../src/values/pattern-syntax.ts";

function truthOf(pattern: string, word: string): Truth | undefined {
  const node = readPattern(pattern);
  return node && matches(node, word);
}

describe("a pattern", () => {
  const cases: [string, string[], string[]][] = [
    ["", [""], ["a"]],
    ["abc", ["abc"], ["ab", "abcd", "xabc"]],
    ["^abc$", ["abc"], ["abcd"]],
    ["a|bc", ["a", "bc"], ["abc", ""]],
    ["^$|^[0-9]{12}$", ["", "123456789012"], ["*", "12345678901", "1234567890123"]],
    ["\\d{12}", ["123456789012"], ["12345678901x"]],
    ["(\\d{12})?", ["", "123456789012"], ["1"]],
    ["(\\d{3},)*\\d{3}", ["123", "123,456"], ["123,", ""]],
    ["a*", ["", "aaa"], ["b"]],
    ["a+", ["a", "aa"], [""]],
    ["a+?b", ["ab", "aab"], ["b"]],
    ["a{2}", ["aa"], ["a", "aaa"]],
    ["a{2,}", ["aa", "aaaa"], ["a"]],
    ["a{1,2}", ["a", "aa"], ["", "aaa"]],
    ["(a?){3}b", ["b", "aaab"], ["aaaab"]],
    ["(a?){5000}", ["aaa"], ["b"]],
    ["(a|aa)a{3}", ["aaaa", "aaaaa"], ["aa", "aaa", "aaaaaa"]],
    [".", ["a", "*"], ["", "\n"]],
    ["[\\w+=,.@-]+", ["a_B-9@x", "-"], ["a b", "*"]],
    ["[a-c]", ["b"], ["d", "-"]],
    ["[^a-c]", ["d"], ["b"]],
    ["[-a]", ["-", "a"], ["b"]],
    ["[\\]\\\\]", ["]", "\\"], ["["]],
    ["[\\*-\\/]", ["*", "+", "/"], [")", "0", "\\"]],
    ["\\*\\.\\-\\_\\/", ["*.-_/"], ["a"]],
    ["\\D\\W\\S", ["a*x"], ["1*x", "aax", "a* "]],
    ["\\s", [" ", "\t", "\n", "\v", "\f", "\r"], ["a", "\u00a0"]],
    ["(?:ab)+", ["abab"], ["aba"]],
    ["(?<name>a)", ["a"], ["b"]],
    [
      "arn:aws[a-z-]*:iam::\\d{12}:role/.*",
      ["arn:aws-us-gov:iam::123456789012:role/x"],
      ["*", "arn:aws:iam::1:role/x"],
    ],
    ["a^b", [], ["ab", "a^b"]],
  ];
  test.each(cases)("%s", (pattern, fitting, others) => {
    expect(fitting.map((word) => truthOf(pattern, word))).toEqual(fitting.map(() => true));
    expect(others.map((word) => truthOf(pattern, word))).toEqual(others.map(() => false));
  });

  test.each([
    ["what only Java knows", "\\p{Alpha}"],
    ["an anchor that only Java knows", "\\Aabc\\z"],
    ["a quotation", "\\Qa*\\E"],
    ["a look-ahead", "(?!x)a"],
    ["a flag", "(?i)a"],
    ["a possessive quantifier", "a*+"],
    ["a union in a class", "[a[bc]]"],
    ["an intersection in a class", "[a-z&&b]"],
    ["a reference back", "(a)\\1"],
    ["an open bracket", "[a"],
    ["an open group", "(a"],
    ["a closed group", "a)"],
    ["a quantifier of nothing", "*"],
    ["a class of nothing", "[]"],
    ["a pattern of hostile length", "a".repeat(1001)],
  ])("is not understood: %s", (_, pattern) => {
    expect(readPattern(pattern)).toBeUndefined();
  });

  test("may be long, and so may a word", () => {
    expect(truthOf("a".repeat(1000), "a".repeat(1000))).toBe(true);
    expect(truthOf("a*", "a".repeat(2000))).toBe(true);
  });

  test.each([
    ["(a+)+b", "a".repeat(200)],
    ["(a|a)*b", "a".repeat(200)],
    ["(a|aa)+b", "a".repeat(200)],
    ["a*a*a*a*a*a*b", "a".repeat(200)],
    ["((a{0,9}){0,9}){0,9}b", "a".repeat(200)],
  ])("%s does not run away", (pattern, word) => {
    expect(truthOf(pattern, word)).not.toBe(true);
  });

  test("gives up on what takes too long", () => {
    expect(truthOf(`${"(".repeat(100)}a*${")*".repeat(100)}b`, "a".repeat(1000))).toBe(MAYBE);
    expect(truthOf(`${"(".repeat(40)}^${")+".repeat(40)}`, "")).toBe(MAYBE);
    expect(truthOf("a*", "a".repeat(2001))).toBe(MAYBE);
  });

  test("passes on what is no matter of time", () => {
    const fits = () => {
      throw new RangeError("broken");
    };
    expect(() => matches({ kind: "character", fits }, "a")).toThrow(RangeError);
  });

  test("means what the platform's expressions mean, where both understand it", () => {
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom("a", "b", "[ab]", "[^a]", ".", "^", "$", "\\w", ""),
        fc.tuple(tie("pattern"), tie("pattern")).map(([left, right]) => left + right),
        fc.tuple(tie("pattern"), tie("pattern")).map(([left, right]) => `(${left}|${right})`),
        fc.tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "{2}", "{1,2}")).map(([of, sign]) => `(${of})${sign}`),
      ),
    }));
    const words = ["", "a", "b", "ab", "ba", "aab", "abba", "-"];
    fc.assert(
      fc.property(pattern, fc.constantFrom(...words), (text, word) => {
        expect(truthOf(text, word)).toBe(new RegExp(`^(?:${text})$`).test(word));
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  ["\\d{12}", 13, [12]],
  ["^$|^[0-9]{12}$", 13, [0, 12]],
  ["a{1,3}", 5, [1, 2, 3]],
  ["(ab)*", 5, [0, 2, 4, 5]],
  [".+", 3, [1, 2, 3]],
])("the words of %s have, up to %d and more, the lengths %j", (pattern, ceiling, expected) => {
  const node = readPattern(pattern);
  expect(node && [...(lengths(node, ceiling) ?? [])].sort((a, b) => a - b)).toEqual(expected);
});

test.each([
  ["^[a-z0-9-]{8,}$", false],
  [".{8,}", true],
  ["acme-(x|[*])+", true],
  ["(a|b)c?", false],
  ["[^a]", true],
])("a word that matches %s may hold an asterisk: %s", (pattern, possible) => {
  const node = readPattern(pattern);
  expect(node && mayHold(node, "*")).toBe(possible);
});
