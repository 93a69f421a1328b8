import { defineConfig } from "vitest/config";
import { define } from "../../.ci/package.mjs";

export default defineConfig({
  define,
  test: {
    include: ["test/e2e/**/*.e2e.test.ts"],
    // They install packages and start programs; one after the other keeps two cores enough.
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
