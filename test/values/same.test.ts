import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAYBE, type Truth } from "../../src/values/doubt.ts";
import { keyOf, sameText } from "../../src/values/same.ts";
import type { Hole } from "../../src/values/value.ts";
import { listed, made } from "./making.ts";

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
  ];
  test.each(cases)("%s and %s: %s", (left, right, expected) => {
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
        if (truth === true) expect(equal).not.toContain(false);
        if (truth === false) expect(equal).not.toContain(true);
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
    made(""),
    listed(),
    listed(made("")),
    listed(made("a")),
    listed(made("a"), made("a")),
  ];
  expect(new Set(values.map(keyOf)).size).toBe(values.length);
  expect(keyOf(made("a<P>"))).toBe(keyOf(made("a<P>")));
});
