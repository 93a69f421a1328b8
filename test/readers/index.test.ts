import { expect, test } from "vitest";
import { unsupported } from "../../src/readers/index.ts";

const SENTENCE =
  "Terraform configuration in HCL is not read by this version, only plans, states and configuration in JSON: skipped";

test.each([
  ["main.tf", SENTENCE],
  ["MAIN.TF", SENTENCE],
  ["cdk.tf.json", undefined],
  ["terraform.tfstate", undefined],
  ["plan.json", undefined],
  ["notes.tfx", undefined],
])("%s: %s", (path, expected) => {
  expect(unsupported(path)).toBe(expected);
});
