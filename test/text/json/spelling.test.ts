// The characters that spell a part of a JSON string are found by counting, and are those that all units of the string tell.

import fc from "fast-check";
import { expect, test } from "vitest";
import { spelledInScalar } from "../../../src/text/json/spelling.ts";
import { doubleQuotedUnits, spelledBy } from "../../../src/text/scalar-units.ts";

/** Spelled as JSON may spell them: characters, and escapes of each kind. */
const spellings = fc.array(
  fc.constantFrom("a", " ", "€", "😀", '\\"', "\\\\", "\\/", "\\n", "\\u0041", "\\u20AC", "\\ud83d\\ude00", "u", "/"),
);
const around = { before: '{"key": "', after: '", "other": "\\"text\\""}' };

function placed(spelled: string) {
  const text = around.before + spelled + around.after;
  const content = { start: around.before.length, end: around.before.length + spelled.length };
  return { text, content, decoded: JSON.parse(`"${spelled}"`) as string };
}

test("any part of any string", () => {
  fc.assert(
    fc.property(spellings, fc.nat(40), fc.nat(40), (all, from, length) => {
      const { text, content, decoded } = placed(all.join(""));
      const start = Math.min(from, decoded.length);
      const part = { start, end: Math.min(start + length, decoded.length) };
      const found = spelledInScalar(text, content, part, {});
      expect(found).toEqual(spelledBy(doubleQuotedUnits(text, content), part, content));
      const spelled = text.slice(found.start, found.end);
      // Half of a pair is a whole character of the text, or an escape of its own.
      expect(JSON.parse(`"${spelled}"`)).toBe(decoded.slice(part.start, part.end));
    }),
    { numRuns: 500 },
  );
});

test("a long string too, and parts past its end", () => {
  const { text, content, decoded } = placed('\\"€\\u0041'.repeat(1000));
  const member = {};
  for (const start of [0, 1, 1500, 2999, 3000, 4000]) {
    const part = { start, end: start + 2 };
    const units = doubleQuotedUnits(text, content);
    expect(spelledInScalar(text, content, part, member)).toEqual(spelledBy(units, part, content));
  }
  expect(decoded).toHaveLength(3000);
  const short = placed("a\\nb");
  const past = spelledInScalar(short.text, short.content, { start: 2, end: 9 }, {});
  expect(past).toEqual({ start: short.content.start + 3, end: short.content.end });
});

test("a number is spelled as it stands", () => {
  expect(spelledInScalar("[-1.5e3]", { start: 1, end: 7 }, { start: 1, end: 4 }, {})).toEqual({ start: 2, end: 5 });
});
