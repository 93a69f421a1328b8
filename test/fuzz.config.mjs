// Policies drawn at random, at length: `npm run fuzz -- oracle`.

import { defineConfig } from "vitest/config";
import { define } from "../.ci/package.mjs";

export default defineConfig({
  define,
  test: {
    include: ["test/oracle/**/*.test.ts"],
    setupFiles: ["test/seed.ts"],
    testTimeout: 1e9,
  },
});
