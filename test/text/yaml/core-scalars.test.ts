import { expect, test } from "vitest";
import { readCoreScalar } from "../../../src/text/yaml/core-scalars.ts";

test.each([
  ["", null],
  ["~", null],
  ["NULL", null],
  ["nUll", "nUll"],
  ["true", true],
  ["False", false],
  ["yes", "yes"],
  ["off", "off"],
  ["12", 12],
  ["-12", -12],
  ["+12", 12],
  ["0o17", 15],
  ["0x1F", 31],
  ["017", 17],
  ["012345678901", 12345678901],
  ["1_000", "1_000"],
  ["190:20:30", "190:20:30"],
  ["1.5e3", 1500],
  [".5", 0.5],
  ["5.", 5],
  [".", "."],
  [".inf", ".inf"],
  ["2027-03-31", "2027-03-31"],
  ["text", "text"],
])("%j is %j", (written, value) => {
  expect(readCoreScalar(written)).toBe(value);
});
