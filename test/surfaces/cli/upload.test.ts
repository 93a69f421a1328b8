import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { sarif } from "../../../src/reporters/sarif.ts";
import { uploadable } from "../../../src/surfaces/cli/outputs/upload.ts";
import { context, report } from "../../reporters/sample.ts";

/** Texts that nothing makes much shorter. */
const noise = (count: number) => Array.from({ length: count }, (_, index) => Math.sin(index + 1).toString(36)).join("");

describe("a log that GitHub would refuse", () => {
  test("has the most severe results only, and says how many are left out", () => {
    const [first] = report.findings;
    if (first === undefined) throw new Error("the sample has no finding");
    const findings = (["low", "low", "high", "critical", "low"] as const).map((severity) => ({ ...first, severity }));
    const text = sarif({ ...report, findings, errors: [], notes: [] }, { ...context, mostResults: 3 });
    const [{ results, invocations }] = JSON.parse(text).runs;
    const severities = results.map(({ properties }: { properties: { severity: string } }) => properties.severity);
    expect(severities).toEqual(["critical", "high", "low"]);
    expect(invocations[0].toolExecutionNotifications).toEqual([
      {
        level: "warning",
        message: { text: expect.stringMatching(/^2 of 5 results are left out, the least severe: /) },
      },
    ]);
  });

  test("is cut until it is small enough, compressed", () => {
    const write = (most: number) => noise(most * 10);
    const size = gzipSync(write(1000)).byteLength;
    const { text, note } = uploadable(write, 1000, size / 3);
    const [, left] = note?.match(/^SARIF: (\d+) of 1000 /) ?? [];
    expect(text).toBe(write(1000 - Number(left)));
    expect(gzipSync(text).byteLength).toBeLessThanOrEqual(size / 3);
    expect(gzipSync(text).byteLength).toBeGreaterThan(size / 6);
  });

  test("is left alone where it is none", () => {
    expect(uploadable((most) => noise(most), 100)).toEqual({ text: noise(100) });
  });
});
