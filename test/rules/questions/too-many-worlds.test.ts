import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";

test("of a policy with more worlds than are looked at the parameters are named that make them", () => {
  const names = Array.from({ length: 9 }, (_, index) => `p${index}`);
  const variables = names.map((name) => `variable "${name}" { type = bool }`).join("\n");
  const conditions = names.map((name) => `"aws:RequestTag/${name}" = var.${name} ? "a" : "b"`).join("\n");
  const content = `${variables}
resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "222233334444" }
    Condition = { StringEquals = {
      "sts:ExternalId" = "7f3c1f5e-2d0b-4c57-8a55-0e6d9a4d3b21"
      ${conditions} } } }] })
}`;
  const { unknowns } = check({ files: [{ path: "main.tf", content }] });
  expect(unknowns.map(({ reason, source }) => [reason, source])).toContainEqual([
    "parameter",
    expect.stringMatching(/^the parameters (?:p\d, ){5}p\d and [1-3] more, which make more worlds than are looked at$/),
  ]);
  expect(unknowns.filter(({ reason }) => reason === "budget")).toEqual([]);
});
