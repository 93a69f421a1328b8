// What is drawn at random, at length: policies (`oracle`), and whatever may stand in files (`inputs`).

import { defineConfig } from "vitest/config";
import { define } from "../.ci/package.mjs";

export default defineConfig({
  define,
  test: {
    include: ["test/oracle/**/*.test.ts", "test/hostile/fuzz/*.test.ts"],
    setupFiles: ["test/seed.ts"],
    testTimeout: 1e9,
  },
});
