// The tests that a mutant of the semantic core has to survive: tables, conformance cases and the rules' examples.

import { defineConfig } from "vitest/config";
import { define } from "../../../.ci/package.mjs";

export default defineConfig({
  define,
  test: {
    include: [
      "test/iam/**/*.test.ts",
      "test/conformance/**/*.test.ts",
      "test/rules/examples.test.ts",
      "test/rules/passes.test.ts",
      "test/rules/widest.test.ts",
    ],
    // One input format is enough to try the core, and to spend a whole budget on each mutant would be too much.
    testNamePattern: /^(?!.*( as (CloudFormation YAML|CDK|Terraform|HCL)|would take too long))/,
    testTimeout: 120_000,
  },
});
