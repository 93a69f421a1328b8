import { expect, test } from "vitest";
import { decimalText, number } from "../../../src/iam/evaluation/numbers.ts";

test.each<[number, string]>([
  [0, "0"],
  [-3, "-3"],
  [3600.5, "3600.5"],
  [1e21, "1000000000000000000000"],
  [-2.5e21, "-2500000000000000000000"],
  [1e-7, "0.0000001"],
  [-1.5e-8, "-0.000000015"],
  [1e-30, "0"],
])("%d is written without an exponent, so that the operators can read it", (value, text) => {
  expect(decimalText(value)).toBe(text);
  expect(number(text)).toBeCloseTo(value, 20);
});
