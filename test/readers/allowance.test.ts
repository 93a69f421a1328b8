// What the evaluations of a run may spend together, and what those that need much leave to the others.

import { expect, test } from "vitest";
import { allowanceFor, ampleFor, limitFor } from "../../src/readers/allowance.ts";

test("those that need much may spend half of it, and the others all", () => {
  const ample = ampleFor(0);
  const allowance = allowanceFor(0);
  expect(allowance.spend(ample, true)).toBe(true);
  expect(allowance.spend(1, true)).toBe(false);
  expect(allowance.spend(limitFor(0) - ample)).toBe(true);
  expect(allowance.spend(1)).toBe(false);
});
