import { configDefaults, defineConfig } from "vitest/config";
import { define } from "./.ci/package.mjs";

export default defineConfig({
  define,
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/seed.ts"],
    // The brute force, the corpus and other tests that take long are those of test/slow.config.mjs.
    exclude: [...configDefaults.exclude, "test/e2e/**", "test/oracle/**", "test/**/*.slow.test.ts"],
    // The tests keep nothing in modules, so that one thread may load the sources once for many of them.
    pool: "threads",
    isolate: false,
    // One thread a core: by default a machine with two has one.
    maxWorkers: "100%",
    // No test is about time; a busy machine may take long over the property tests.
    testTimeout: 120_000,
  },
});
