// The tests that a mutant of the semantic core has to survive: tables, conformance cases, the rules' examples, and some random policies.

import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import { define } from "../../../.ci/package.mjs";

/** The quick ones first: the first test that notices a mutant ends its run. */
const FOLDERS = ["test/values", "test/iam", "test/conformance", "test/rules", "test/oracle"];

class QuickFirst extends BaseSequencer {
  sort(files) {
    const place = ({ moduleId }) => FOLDERS.findIndex((folder) => moduleId.includes(`/${folder}/`));
    return files.toSorted((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  define,
  test: {
    include: [
      ...["values", "iam", "conformance", "oracle"].map((folder) => `test/${folder}/**/*.test.ts`),
      ...["examples", "questions/passes", "questions/widest"].map((name) => `test/rules/${name}.test.ts`),
    ],
    // One input format is enough to try the core, to spend a whole budget on each mutant would be too much, and a mutant
    // of a rule says nothing of the core.
    testNamePattern:
      /^(?!.*( as (CloudFormation YAML|CDK|Terraform|HCL)|would take too long| without (deny|admit|require) ))/,
    // Few policies, and the same for every mutant, so that a score can be repeated.
    env: { UNCONFUSED_RUNS: "25", UNCONFUSED_SEED: "1" },
    setupFiles: ["test/seed.ts"],
    sequence: { sequencer: QuickFirst },
    // The files share their modules: half of a run would be loading otherwise.
    isolate: false,
    testTimeout: 120_000,
  },
});
