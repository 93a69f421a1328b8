// The tests that take minutes: the properties on many random policies, cases and examples in the input formats that `npm test` leaves out, and files that end in .slow.test.ts.

import { defineConfig } from "vitest/config";
import { define } from "../.ci/package.mjs";

export default defineConfig({
  define,
  test: {
    include: [
      "test/oracle/**/*.test.ts",
      "test/conformance/{conformance,federation,identity,resources,services}.test.ts",
      "test/rules/examples.test.ts",
      "test/**/*.slow.test.ts",
    ],
    env: { UNCONFUSED_FORMS: "others" },
    setupFiles: ["test/seed.ts"],
    // As for `npm test`: one thread a core, and the sources loaded once in each.
    pool: "threads",
    isolate: false,
    maxWorkers: "100%",
    testTimeout: 120_000,
  },
});
