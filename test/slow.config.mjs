// The tests that take minutes: the properties on many random policies, and files that end in .slow.test.ts.

import { defineConfig } from "vitest/config";
import { define } from "../.ci/package.mjs";

export default defineConfig({
  define,
  test: {
    include: ["test/oracle/**/*.test.ts", "test/**/*.slow.test.ts"],
    setupFiles: ["test/seed.ts"],
    maxWorkers: "100%",
    testTimeout: 120_000,
  },
});
