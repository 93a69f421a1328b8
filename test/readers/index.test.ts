import { expect, test } from "vitest";
import { unsupported } from "../../src/readers/index.ts";
import type { Json } from "../../src/text/document.ts";

const cases: [string, Json | undefined, string | undefined][] = [
  ["main.tf", undefined, "Terraform is not read yet: this is Terraform configuration"],
  ["cdk.tf.json", {}, "Terraform is not read yet: this is Terraform configuration"],
  ["terraform.tfstate", undefined, "Terraform is not read yet: this is a Terraform state"],
  [
    "state.json",
    { version: 4, terraform_version: "1.9.0", lineage: "x" },
    "Terraform is not read yet: this is a Terraform state",
  ],
  [
    "plan.json",
    { format_version: "1.2", terraform_version: "1.9.0" },
    "Terraform is not read yet: this is a Terraform plan or state",
  ],
  ["template.yaml", { Resources: {} }, undefined],
  ["notes.tfx", undefined, undefined],
];

test.each(cases)("%s %j: %s", (path, value, expected) => {
  expect(unsupported(path, value)).toBe(expected);
});
