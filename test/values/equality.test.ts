import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAYBE, type Truth } from "../../src/values/doubt.ts";
import { keyOf, sameText } from "../../src/values/equality.ts";
import { concat } from "../../src/values/text.ts";
import type { Hole, Value } from "../../src/values/value.ts";
import { ABSENT, anything, HERE, listed, made, mapped, supplied } from "./making.ts";

/** Nothing, but from a parameter. */
const NOTHING = supplied("");

const digits: Record<string, Partial<Hole>> = { P: { admits: (word) => /^\d*$/.test(word) } };

describe("sameText", () => {
  const cases: [string, string, Truth][] = [
    ["", "", true],
    ["a", "a", true],
    ["a", "b", false],
    ["a", "", false],
    ["<P>", "<P>", true],
    ["<P>", "<Q>", MAYBE],
    ["x<P>y", "x<P>y", true],
    ["x<P>", "x<Q>", MAYBE],
    ["x<P>", "y<P>", false],
    ["x<P>", "y<Q>", false],
    ["<P>x", "<Q>y", false],
    ["<P>", "123", MAYBE],
    ["<P>", "abc", false],
    ["<P>", "", MAYBE],
    ["a<P>", "a123", MAYBE],
    ["a<P>", "abc", false],
    ["a<P>z<Q>", "abc", false],
    ["<P>a<Q>", "bab", MAYBE],
    ["<P>a", "", false],
    ["<Q><P>", "x", MAYBE],
    ["<P>ab", "<Q>b", MAYBE],
  ];
  test.each(cases)("%s and %s: %s", (left, right, expected) => {
    expect(sameText(made(left, digits), made(right, digits))).toBe(expected);
    expect(sameText(made(right, digits), made(left, digits))).toBe(expected);
  });

  test.each<[string, Value, Value, Truth]>([
    ["a text and a list, which deployment refuses to compare", made("a"), listed(made("a")), MAYBE],
    ["two things of any shape", anything("P"), anything("Q"), MAYBE],
    ["one thing of any shape", anything("P"), anything("P"), true],
    ["a thing of any shape and a text", anything("P"), made("a"), MAYBE],
    ["texts with and without a seam", concat([made("x<P>a"), made("b")], HERE), made("x<P>ab"), true],
    [
      "texts with and without nothing between holes",
      concat([made("<P>"), NOTHING, made("<Q>")], HERE),
      made("<P><Q>"),
      true,
    ],
  ])("%s", (_, left, right, expected) => {
    expect([sameText(left, right), sameText(right, left)]).toEqual([expected, expected]);
  });

  test("says yes and no only where every completion does", () => {
    const parts = fc.array(fc.constantFrom("<P>", "<Q>", "a", "b"), { maxLength: 4 }).map((each) => each.join(""));
    const words = ["", "a", "b", "ab", "ba", "aa"];
    const complete = (template: string, p: string, q: string) => template.replaceAll("<P>", p).replaceAll("<Q>", q);
    fc.assert(
      fc.property(parts, parts, (left, right) => {
        const truth = sameText(made(left), made(right));
        const equal = words.flatMap((p) => words.map((q) => complete(left, p, q) === complete(right, p, q)));
        if (truth === true) expect(equal).not.toContain(false);
        if (truth === false) expect(equal).not.toContain(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("keyOf", () => {
  test("differs for values that differ", () => {
    const values = [
      made(""),
      made("a"),
      made("b"),
      made("<a>"),
      made("<b>"),
      made("<a>b"),
      made('<a>"b"'),
      listed(),
      listed(made("")),
      listed(made("a")),
      listed(made("a"), made("a")),
      mapped({}),
      mapped({ a: made("") }),
      mapped({ a: made("b") }),
      mapped({ a: made("c") }),
      mapped({ b: made("b") }),
      mapped({ a: made("b"), c: made("d") }),
      ABSENT,
      anything("c"),
      { ...anything("c"), entries: [[made("<k>"), made("a")]] },
      { ...anything("c"), entries: [[made("<k>"), made("b")]] },
      { ...anything("c"), entries: [[made("<l>"), made("a")]] },
    ] satisfies Value[];
    expect(new Set(values.map(keyOf)).size).toBe(values.length);
  });

  test.each<[string, Value, Value]>([
    ["a hole by another name", made("a<P>"), made("a<P>", { P: { name: "Q", source: "variable Q" } })],
    ["a hole of any shape", made("<P>"), anything("P")],
    ["a text with a seam", made("x<P>ab"), concat([made("x<P>a"), made("b")], HERE)],
    [
      "a text with an empty part that a parameter supplies",
      made("<P><Q>"),
      concat([made("<P>"), NOTHING, made("<Q>")], HERE),
    ],
  ])("is equal for %s", (_, one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });
});
