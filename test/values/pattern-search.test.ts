import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Found, findAll, groupsOf } from "../../src/values/pattern-search.ts";
import { type PatternNode, readPattern } from "../../src/values/pattern-syntax.ts";

function read(pattern: string): PatternNode {
  const node = readPattern(pattern);
  if (node === undefined) throw new Error(`${pattern} is not understood`);
  return node;
}

function search(pattern: string, text: string): Found[] | undefined {
  return findAll(read(pattern), text);
}

describe("the matches", () => {
  const cases: [pattern: string, text: string, matches: string[]][] = [
    ["a", "bab", ["a"]],
    ["a", "b", []],
    ["a+", "aabaaa", ["aa", "aaa"]],
    ["a+?", "aab", ["a", "a"]],
    ["a{2}", "aaaaa", ["aa", "aa"]],
    ["a{1,2}", "aaa", ["aa", "a"]],
    ["a|ab", "ab", ["a"]],
    ["ab|a", "ab", ["ab"]],
    ["^a", "aa", ["a"]],
    ["a$", "aa", ["a"]],
    ["", "ab", ["", "", ""]],
    ["a*", "baac", ["", "aa", ""]],
    ["(?:a?)*b", "aab", ["aab"]],
    ["(?:a?){3}", "a", ["a"]],
  ];
  test.each(cases)("of %s in %j are %j", (pattern, text, expected) => {
    expect(search(pattern, text)?.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  test("stand from the first to the one that is asked for last", () => {
    expect(findAll(read("a"), "baaa", 2)).toEqual([
      { start: 1, end: 2, groups: [] },
      { start: 2, end: 3, groups: [] },
    ]);
  });

  test("are those of the platform's expressions, but for what is empty behind another", () => {
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom("a", "b", "[ab]", "[^a]", ".", "^", "$", ""),
        fc.tuple(tie("pattern"), tie("pattern")).map(([left, right]) => left + right),
        fc.tuple(tie("pattern"), tie("pattern")).map(([left, right]) => `(?:${left}|${right})`),
        fc
          .tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "{2}", "{1,2}", "*?", "+?", "??"))
          .map(([of, sign]) => `(?:${of})${sign}`),
      ),
    }));
    const words = ["", "a", "b", "ab", "aab", "abba", "b-aa", "-ab-ba"];
    fc.assert(
      fc.property(pattern, fc.constantFrom(...words), (text, word) => {
        const all = [...word.matchAll(new RegExp(text, "g"))].map(({ index, 0: match }) => [
          index,
          index + match.length,
        ]);
        const expected = all.filter(([start, end], index) => start !== end || start !== all[index - 1]?.[1]);
        expect(search(text, word)?.map(({ start, end }) => [start, end])).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the groups", () => {
  const cases: [pattern: string, text: string, groups: (string | undefined)[]][] = [
    ["a", "a", []],
    ["(a)(b)?", "ac", ["a", undefined]],
    ["((a)b)(?:c)", "abc", ["ab", "a"]],
    ["(a)|(b)", "b", [undefined, "b"]],
    ["(a+?)(a*)", "aaa", ["a", "aa"]],
    ["(?:(a)|b)*", "ab", ["a"]],
    ["(a|b)*", "ab", ["b"]],
    ["(a*)*", "aa", ["aa"]],
  ];
  test.each(cases)("of %s hold of %j %j", (pattern, text, expected) => {
    expect(search(pattern, text)?.[0]?.groups).toEqual(expected);
  });

  test("have names in the order of their brackets", () => {
    const names = groupsOf(read("(?P<x>a(?<y>b))|(?:(c)*(?<z>d))$")).map(({ name }) => name);
    expect(names).toEqual(["x", "y", undefined, "z"]);
  });
});

test.each<[string, string, string]>([
  ["in a text that is too long", "a", "a".repeat(1001)],
  ["where characters are more than one unit", ".", "\u{1f600}"],
  ["that takes too long to find", "(a+)+b", "a".repeat(100)],
])("nobody knows what is found %s", (_, pattern, text) => {
  expect(search(pattern, text)).toBeUndefined();
});

test("a long text is searched to its end", () => {
  expect(search("b", `${"a".repeat(999)}b`)).toEqual([{ start: 999, end: 1000, groups: [] }]);
});

test("what is no matter of time is passed on", () => {
  const fits = () => {
    throw new TypeError("broken");
  };
  expect(() => findAll({ kind: "character", fits }, "a")).toThrow(TypeError);
});
