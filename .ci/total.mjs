// Adds up the reports of vitest: total.mjs FAILED_STEPS REPORT... prints "N passed, N failed" and fails if anything did.

import { existsSync, readFileSync } from "node:fs";

const [failedSteps, ...reports] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const report of reports) {
  if (!existsSync(report)) continue;
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
  passed += numPassedTests;
  failed += numFailedTests;
}
// A step can fail without a failed test: a linter, a file of tests that does not load. It counts, so that "0 failed" is never a lie.
failed = Math.max(failed, Number(failedSteps));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
