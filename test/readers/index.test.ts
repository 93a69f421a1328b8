import { expect, test } from "vitest";
import { unsupportedReason } from "../../src/readers/index.ts";

const TERRAGRUNT = expect.stringContaining(
  "Terragrunt is not read: check the configuration that it deploys, or its plan",
);
const TESTS = "tests of Terraform are not read: what they make does not stay";

test.each([
  ["live/terragrunt.hcl", TERRAGRUNT],
  ["root.hcl", TERRAGRUNT],
  ["tests/role.tftest.hcl", TESTS],
  ["tests/role.tofutest.hcl", TESTS],
  ["components.tfcomponent.hcl", expect.stringContaining("stacks of Terraform are not read")],
  ["components.tfstack.hcl", expect.stringContaining("stacks of Terraform are not read")],
  ["deployments.tfdeploy.hcl", expect.stringContaining("stacks of Terraform are not read")],
  ["main.tf", undefined],
  ["main.tofu", undefined],
  ["cdk.tf.json", undefined],
  ["terraform.tfstate", undefined],
  ["plan.json", undefined],
  [".terraform.lock.hcl", undefined],
  ["notes.tfx", undefined],
])("%s: %s", (path, expected) => {
  expect(unsupportedReason(path)).toEqual(expected);
});
