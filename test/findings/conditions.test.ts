import { expect, test } from "vitest";
import { check } from "../../src/check.ts";

const statement = (condition: string) =>
  `{Effect = "Allow", Action = "sts:AssumeRole", Principal = {AWS = "444455556666"}, Condition = ${condition}}`;
const encoded = (condition: string) =>
  `\${jsonencode({Version = "2012-10-17", Statement = [${statement(condition)}]})}`;
const OPEN = ["StringEquals ${oidc}:sub", "StringEquals sts:ExternalId"];

const DOCUMENT = {
  statement: [
    {
      actions: ["sts:AssumeRole"],
      principals: [{ type: "AWS", identifiers: ["444455556666"] }],
      condition: [
        { test: "StringEquals", variable: "${var.oidc}:sub", values: ["x"] },
        { test: "StringEquals", variable: "sts:ExternalId", values: ["k3-7f19"] },
      ],
    },
  ],
};
const TEXT = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { AWS: "444455556666" },
      Condition: { StringEquals: { "${var.oidc}:sub": "x", "sts:ExternalId": "k3-7f19" } },
    },
  ],
});

test.each([
  ["an object", encoded('{StringEquals = {"${var.oidc}:sub" = "x", "sts:ExternalId" = "k3-7f19"}}'), OPEN],
  [
    "beside another operator",
    encoded('{Bool = {"aws:MultiFactorAuthPresent" = "true"}, StringEquals = {"${var.oidc}:sub" = "x"}}'),
    ["Bool aws:MultiFactorAuthPresent", "StringEquals ${oidc}:sub"],
  ],
  [
    "an operator that deployment decides",
    encoded('{"${var.oidc}" = {"sts:ExternalId" = "x"}}'),
    ["${oidc} sts:ExternalId"],
  ],
  ["a data source", "${data.aws_iam_policy_document.d.json}", OPEN],
  ["a text", TEXT, OPEN],
  [
    "an operator that there is not",
    encoded('{StringEqual = {"sts:ExternalId" = "x"}}'),
    ["StringEqual sts:ExternalId"],
  ],
  ["all of them", encoded("var.oidc"), ["${oidc}"]],
])("a grant lists every condition, also one that deployment decides: %s", (_, policy, conditions) => {
  const content = JSON.stringify({
    variable: { oidc: {} },
    data: { aws_iam_policy_document: { d: DOCUMENT } },
    resource: { aws_iam_role: { r: { assume_role_policy: policy } } },
  });
  const { grants } = check({ files: [{ path: "main.tf.json", content }] });
  expect(grants.map((grant) => [...grant.conditions].sort())).toEqual([[...conditions].sort()]);
  expect(grants.map(({ verdict }) => verdict)).not.toContain("ok");
});
