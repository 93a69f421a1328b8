import fc from "fast-check";
import { expect, test } from "vitest";
import { instant, instantText } from "../../../src/iam/evaluation/instant.ts";

/** https://www.w3.org/TR/NOTE-datetime, which IAM's date operators follow; or seconds since 1970. */
test.each([
  ["2030-01-01", 1893456000],
  ["2030-01-01T00:00Z", 1893456000],
  ["2030-01-01T00:00:00Z", 1893456000],
  ["2030-01-01T00:00:00.5Z", 1893456000],
  ["2030-01-01T01:00:00+01:00", 1893456000],
  ["2029-12-31T19:00:00-0500", 1893456000],
  ["1893456000", 1893456000],
  ["-1", -1],
  ["1.5", 1.5],
  ["2028-02-29", 1835395200],
  ["2030-02-29", undefined],
  ["2030-13-01", undefined],
  ["2030-01-01T24:30:00Z", undefined],
  ["2030-01-01T00:60:00Z", undefined],
  ["2030-01-01T00:00:00+24:00", undefined],
  ["2030-01-01T00:00:00+01:60", undefined],
  ["2030-1-1", undefined],
  ["2030-01-01 00:00:00", undefined],
  ["1e9", undefined],
  ["tomorrow", undefined],
  ["", undefined],
])("%j is %s", (text, seconds) => {
  expect(instant(text)).toBe(seconds);
});

test("agrees with the platform on every moment", () => {
  const moment = fc.date({
    min: new Date("1970-01-01T00:00:00Z"),
    max: new Date("2200-01-01T00:00:00Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moment, (date) => {
      const seconds = Math.floor(date.getTime() / 1000);
      expect(instant(date.toISOString())).toBe(seconds);
      expect(instant(instantText(seconds))).toBe(seconds);
    }),
  );
});
