// The short ways of matching, held against the walk through all states on random patterns and words; and blocks merged, against each.

import fc from "fast-check";
import { expect, test } from "vitest";
import { anyContains, block, contains } from "../../../src/iam/evaluation/network.ts";
import { plain, wild } from "../../../src/iam/patterns/glyph.ts";
import { matches, mayMatch, reached } from "../../../src/iam/patterns/matching.ts";
import { textPattern } from "../../../src/iam/patterns/pattern.ts";

const text = (chars: string[]) => fc.array(fc.constantFrom(...chars), { maxLength: 9 }).map((all) => all.join(""));

test("a pattern matches a word if the walk through its states ends at its end", () => {
  fc.assert(
    fc.property(
      text(["a", "B", "*", "*", "?", "😀", "\ue000"]),
      text(["a", "b", "B", "😀", "\ue000"]),
      fc.boolean(),
      (written, word, ignoreCase) => {
        const pattern = textPattern(wild(written), ignoreCase);
        expect(matches(pattern, word)).toBe(reached(pattern, word).includes(pattern.atoms.length));
      },
    ),
    { numRuns: 3000 },
  );
});

test("a pattern may match a word where values of their holes make the two match", () => {
  const value = fc.constantFrom("", "a", "b", "ab", "ba", "aab");
  fc.assert(
    fc.property(
      text(["a", "a", "b", "*", "?", "\ue000"]),
      text(["a", "a", "b", "\ue001"]),
      value,
      value,
      (written, word, one, other) => {
        const supplied = textPattern(wild(written).flatMap((glyph) => (glyph.char === "\ue000" ? plain(one) : glyph)));
        fc.pre(matches(supplied, word.replaceAll("\ue001", other)));
        expect(mayMatch(textPattern(wild(written)), word)).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});

test("an address is in blocks together if it is in one of them", () => {
  const address = fc.tuple(fc.constantFrom(0, 1, 127, 128, 255), fc.constantFrom(0, 8, 200)).map((octets) => octets);
  const written = fc.oneof(
    fc.tuple(address, fc.constantFrom(0, 1, 7, 8, 9, 20, 32)).map(([[a, b], length]) => `${a}.${b}.0.0/${length}`),
    fc.constantFrom("2001:db8::/32", "::/0", "2001:db8:8000::/33", "::ffff/128"),
  );
  const asked = fc.oneof(
    address.map(([a, b]) => `${a}.${b}.0.0`),
    fc.constantFrom("2001:db8::1", "::ffff", "fe80::1"),
  );
  fc.assert(
    fc.property(fc.array(written, { maxLength: 6 }), asked, (list, word) => {
      const blocks = list.flatMap((one) => block(one) ?? []);
      const one = block(word);
      if (one === undefined) throw new Error(word);
      expect(anyContains(blocks)(one)).toBe(blocks.some((outer) => contains(outer, one)));
    }),
    { numRuns: 2000 },
  );
});
