import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyOf, sameText } from "../../src/values/same.ts";
import { MAYBE, NO, type Truth, YES } from "../../src/values/truth.ts";
import type { Hole } from "../../src/values/value.ts";
import { listed, made } from "./making.ts";

const digits: Record<string, Partial<Hole>> = { P: { admits: (word) => /^\d*$/.test(word) } };

describe("sameText", () => {
  const cases: [string, string, Truth][] = [
    ["", "", YES],
    ["a", "a", YES],
    ["a", "b", NO],
    ["a", "", NO],
    ["<P>", "<P>", YES],
    ["<P>", "<Q>", MAYBE],
    ["x<P>y", "x<P>y", YES],
    ["x<P>", "x<Q>", MAYBE],
    ["x<P>", "y<P>", NO],
    ["x<P>", "y<Q>", NO],
    ["<P>x", "<Q>y", NO],
    ["<P>", "123", MAYBE],
    ["<P>", "abc", NO],
    ["<P>", "", MAYBE],
    ["a<P>", "a123", MAYBE],
    ["a<P>", "abc", NO],
    ["a<P>z<Q>", "abc", NO],
    ["<P>a<Q>", "bab", MAYBE],
    ["<P>a", "", NO],
    ["<Q><P>", "x", MAYBE],
  ];
  test.each(cases)("%s and %s: %d", (left, right, expected) => {
    expect(sameText(made(left, digits), made(right, digits))).toBe(expected);
    expect(sameText(made(right, digits), made(left, digits))).toBe(expected);
  });

  test("cannot tell of lists, which deployment refuses to compare", () => {
    expect(sameText(listed(made("a")), made("a"))).toBe(MAYBE);
  });

  test("says yes and no only where every completion does", () => {
    const parts = fc.array(fc.constantFrom("<P>", "<Q>", "a", "b"), { maxLength: 4 }).map((each) => each.join(""));
    const words = ["", "a", "b", "ab", "ba", "aa"];
    const complete = (template: string, p: string, q: string) => template.replaceAll("<P>", p).replaceAll("<Q>", q);
    fc.assert(
      fc.property(parts, parts, (left, right) => {
        const truth = sameText(made(left), made(right));
        const equal = words.flatMap((p) => words.map((q) => complete(left, p, q) === complete(right, p, q)));
        if (truth === YES) expect(equal).not.toContain(false);
        if (truth === NO) expect(equal).not.toContain(true);
      }),
      { numRuns: 500 },
    );
  });
});

test("keyOf is equal for equal values only", () => {
  const values = [
    made("a"),
    made("<a>"),
    made("<a>b"),
    made('<a>"b"'),
    listed(made("a")),
    listed(made("a"), made("a")),
  ];
  expect(new Set(values.map(keyOf)).size).toBe(values.length);
  expect(keyOf(made("a<P>"))).toBe(keyOf(made("a<P>")));
});
