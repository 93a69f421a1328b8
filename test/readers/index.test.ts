import { expect, test } from "vitest";
import { unsupported } from "../../src/readers/index.ts";

const SENTENCE = "Terraform configuration in HCL is not read yet: give its plan or state in JSON";

test.each([
  ["main.tf", SENTENCE],
  ["cdk.tf.json", undefined],
  ["terraform.tfstate", undefined],
  ["plan.json", undefined],
  ["notes.tfx", undefined],
])("%s: %s", (path, expected) => {
  expect(unsupported(path)).toBe(expected);
});
