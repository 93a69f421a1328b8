// StrykerJS on the semantic core, with Node 22 or later: npm run mutate --prefix test/e2e/stryker -- --mutate src/iam/decision/decide.ts

/** Tables: a changed row is a changed fact, which its own tests hold against the documentation. */
const DATA = ["src/iam/language/keys.ts", "src/iam/language/flaw.ts"];

export default {
  testRunner: "vitest",
  plugins: [
    new URL("node_modules/@stryker-mutator/vitest-runner/dist/src/index.js", import.meta.url).href,
    new URL("ignore-words.mjs", import.meta.url).href,
  ],
  ignorers: ["words"],
  vitest: { configFile: "test/e2e/stryker/vitest.config.mjs", related: false },
  mutate: ["src/iam/**/*.ts", "src/values/**/*.ts", ...DATA.map((file) => `!${file}`)],
  coverageAnalysis: "perTest",
  // What is worked out once, when a module is loaded, is data, and each such mutant takes a whole run.
  ignoreStatic: true,
  // TypeScript 7 has no API for the rewriting of its configuration, which nothing here needs.
  tsconfigFile: "none",
  ignorePatterns: ["dist", "bench", "examples", "test/e2e/*/node_modules"],
  concurrency: 1,
  incremental: true,
  incrementalFile: "test/e2e/stryker/reports/incremental.json",
  reporters: ["clear-text", "json"],
  clearTextReporter: { allowColor: false, logTests: false, allowEmojis: false },
  jsonReporter: { fileName: "test/e2e/stryker/reports/mutation.json" },
  tempDirName: ".stryker-tmp",
  cleanTempDir: "always",
};
