// Edits that are applied at once: each is taken that lies over none of those before it, as a comparison of each with each says.

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Edit, edited, together } from "../../src/fixes/edit.ts";
import { source } from "../../src/text/source.ts";

const TEXT = "0123456789ab";
const files = [source("one.yaml", TEXT), source("two.yaml", TEXT)] as const;

const edits: fc.Arbitrary<Edit> = fc
  .tuple(fc.constantFrom(...files), fc.nat(TEXT.length), fc.nat(3), fc.constantFrom("", "x", "y"))
  .map(([source, start, length, text]) => ({ source, start, end: Math.min(TEXT.length, start + length), text }));

const isSame = (one: Edit, other: Edit) =>
  one.source === other.source && one.start === other.start && one.end === other.end && one.text === other.text;

/** Both change a character, or both put something in at one place, or one puts something into what the other replaces. */
function contradict(one: Edit, other: Edit): boolean {
  if (one.source !== other.source || isSame(one, other)) return false;
  return (
    one.start === other.start ||
    Math.max(one.start, other.start) < Math.min(one.end, other.end) ||
    [
      [one, other],
      [other, one],
    ].some(([a, b]) => a !== undefined && b !== undefined && a.start === a.end && b.start < a.start && a.start < b.end)
  );
}

test("as many are taken as a comparison of each with each takes", () => {
  fc.assert(
    fc.property(fc.array(fc.array(edits, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), (groups) => {
      const taken = together();
      let expected: Edit[] = [];
      for (const group of groups) {
        const all = [...expected, ...group];
        const fits = all.every((one) => all.every((other) => !contradict(one, other)));
        expect(taken.add(group)).toBe(fits);
        if (fits) expected = all.filter((one, index) => all.findIndex((other) => isSame(one, other)) === index);
        expect(taken.edits).toEqual(expected);
      }
    }),
  );
});

test("what is put in stands where it was asked for, whatever else changes", () => {
  const [file] = files;
  const put = (start: number, end: number, text: string): Edit => ({ source: file, start, end, text });
  expect(edited(TEXT, [put(12, 12, "!"), put(3, 5, ""), put(0, 0, "<"), put(5, 6, "five")])).toBe("<012five6789ab!");
});
