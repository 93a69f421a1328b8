import { expect, test } from "vitest";
import { holdsWord } from "../../src/text/bytes.ts";

test.each([
  [0, true],
  [65_530, true],
  [65_536, true],
  [131_070, true],
  [-1, false],
])("a word at byte %d: %s", (at, holds) => {
  const text = at < 0 ? `${"ä".repeat(70_000)}"format_versio"` : `${"x".repeat(at)}"format_version"`;
  expect(holdsWord(text, '"format_version"')).toBe(holds);
  expect(holdsWord(new TextEncoder().encode(text), '"format_version"')).toBe(holds);
});
