import { describe, expect, test } from "vitest";
import { readPlain } from "../../../src/text/yaml/scalars.ts";

/** As AWS's own validator answers (@aws/cloudformation-validate), but for the last table. */
const ROWS: readonly [scalar: string, value: null | boolean | number | string][] = [
  ["", null],
  ["~", null],
  ["null", null],
  ["Null", null],
  ["NULL", null],
  ["nULL", "nULL"],
  ["true", true],
  ["True", true],
  ["TRUE", true],
  ["tRUE", "tRUE"],
  ["yes", true],
  ["Yes", true],
  ["YES", true],
  ["yEs", "yEs"],
  ["on", true],
  ["On", true],
  ["false", false],
  ["no", false],
  ["No", false],
  ["off", false],
  ["OFF", false],
  ["y", "y"],
  ["N", "N"],

  ["0", 0],
  ["-0", 0],
  ["+1", 1],
  ["123456789012", 123456789012],
  ["1_000", 1000],
  ["1_", 1],
  ["_1", "_1"],
  ["-1_000", -1000],
  ["1,000", "1,000"],
  ["-", "-"],
  ["+", "+"],
  ["_", "_"],

  ["012345670123", 1402433619],
  ["012345678901", "012345678901"],
  ["000000000000", 0],
  ["-012", -10],
  ["+012", 10],
  ["0_7", 7],
  ["0_", 0],
  ["00", 0],
  ["08", "08"],
  ["0_8", "0_8"],
  ["0777777777777777777777777", "0777777777777777777777777"],
  ["0o17", "0o17"],

  ["0x1F", 31],
  ["-0x1f", -31],
  ["+0x1F", 31],
  ["0x_1F", 31],
  ["0X1F", "0X1F"],
  ["0x", "0x"],
  ["0x_", "0x_"],
  ["0x1G", "0x1G"],
  ["0b11", 3],
  ["0b_1", 1],
  ["0b", "0b"],
  ["0b_", "0b_"],
  ["0b12", "0b12"],

  ["190:20:30", 685230],
  ["1:00", 60],
  ["12:30:45", 45045],
  ["-1:30", -90],
  ["1_0:30", 630],
  ["1:60", "1:60"],
  ["01:30", "01:30"],
  ["1:30.5", 90.5],
  ["20:30.15", 1230.15],

  ["1.5", 1.5],
  ["1.", 1],
  [".5", 0.5],
  ["+.5", "+.5"],
  ["-.5", "-.5"],
  [".", "."],
  ["1_0.5", 10.5],
  ["1.5_0", 1.5],
  ["01.5", 1.5],
  ["1.5e+3", 1500],
  ["1.e+3", 1000],
  ["1.5E-3", 0.0015],
  ["1.5e3", "1.5e3"],
  ["1e3", "1e3"],
  ["1E+3", "1E+3"],
  ["1.2.3", "1.2.3"],

  ["2012-10-17", "2012-10-17"],
  ["2001-12-14t21:59:43.10-05:00", "2001-12-14t21:59:43.10-05:00"],
  ["12345678901234567890123", "12345678901234567890123"],
  ["=", "="],
  ["<<", "<<"],
  ["arn:aws:iam::123456789012:root", "arn:aws:iam::123456789012:root"],
];

/** JSON cannot say these; the validator makes them null, and gives up on integers past 2^53. */
const WHAT_JSON_CANNOT_SAY: readonly string[] = [".nan", ".NaN", ".inf", "-.inf", "1.5e+400", "9007199254740993"];

describe("a plain scalar is, to CloudFormation,", () => {
  test.each(ROWS)("%j → %j", (scalar, value) => {
    expect(readPlain(scalar)).toBe(value);
  });

  test.each(WHAT_JSON_CANNOT_SAY)("%s, as text", (scalar) => {
    expect(readPlain(scalar)).toBe(scalar);
  });
});
