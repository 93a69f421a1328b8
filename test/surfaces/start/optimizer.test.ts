import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { lateOptimizing } from "../../../src/surfaces/start/optimizer.ts";

/** Whether V8 has optimized a function that did so many steps. */
function isOptimized(steps: number, flags: readonly string[]): boolean {
  const code = `
    const step = (sum, index) => (sum * 31 + index) % 1000003;
    let sum = 0;
    for (let index = 0; index < ${steps}; index += 1) sum = step(sum, index);
    console.log(%GetOptimizationStatus(step));`;
  // One thread: what V8 optimizes beside the program is there or not there by chance. No loop is optimized in its stead.
  const all = [...flags, "--allow-natives-syntax", "--single-threaded", "--no-use-osr", "-e", code];
  return (Number(execFileSync(process.execPath, all, { encoding: "utf8" })) & 16) !== 0;
}

describe("a function is optimized", () => {
  const flag = lateOptimizing(process.versions.node);
  const flags = flag === undefined ? [] : [flag];

  test.runIf(process.versions.node.startsWith("20."))("not in a short run, which V8 would do", () => {
    expect([isOptimized(20_000, []), isOptimized(20_000, flags)]).toEqual([true, false]);
  });

  test("in a long run", () => {
    expect(isOptimized(5_000_000, flags)).toBe(true);
  });
});

test.each(["22.12.0", "24.0.0", "26.1.0"])("Node %s is asked for nothing", (version) => {
  expect(lateOptimizing(version)).toBeUndefined();
});
