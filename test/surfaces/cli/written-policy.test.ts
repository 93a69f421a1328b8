import { expect, test } from "vitest";
import { builtinRules } from "../../../src/rules/files/builtin.ts";
import { inYaml, parametersIn, policyIn } from "../../../src/surfaces/cli/commands/written-policy.ts";
import type { Json } from "../../../src/text/document.ts";
import { parse } from "../../../src/text/parse.ts";
import { source } from "../../../src/text/source.ts";

const examples = builtinRules().flatMap(({ id, examples: { bad, good, unknown = [] } }) =>
  [...bad, ...good, ...unknown].map((example) => [`${id}: ${example.name}`, example] as const),
);

function read(yaml: string): Json | undefined {
  return JSON.parse(JSON.stringify(parse(source("a.yaml", yaml)).documents[0]?.value ?? null));
}

test.each(examples)("in YAML what is written is what is meant: %s", (_, { policy, config, parameters }) => {
  const meant = JSON.stringify(policy).replaceAll(/\{"\$unknown":"[^"]*"\}/g, '{"Fn::GetAtt":["Later","Value"]}');
  expect(read(policyIn("yaml", policy))).toEqual({ AssumeRolePolicyDocument: JSON.parse(meant) });
  if (config !== undefined) expect(read(inYaml(config as Json))).toEqual(config);
  if (parameters !== undefined) {
    expect(read(parametersIn("yaml", parameters))).toMatchObject({
      Parameters: Object.fromEntries(Object.keys(parameters).map((name) => [name, { Type: expect.any(String) }])),
    });
  }
});

test("words that YAML reads as something else are quoted", () => {
  const words = ["yes", "Off", "null", "012345678901", "1e3", "a: b", "a:", "*", "", " x", "#a", "-", "{a}"];
  expect(read(inYaml(words))).toEqual(words);
});

test("in HCL parameters are variables, functions are expressions, and a template is no secret to Terraform", () => {
  const written = policyIn("hcl", {
    Statement: [
      {
        Principal: { AWS: { "Fn::Sub": "arn:${AWS::Partition}:iam::${Vendor}:root" } },
        Condition: { StringEquals: { "sts:ExternalId": { "Fn::If": ["IsProd", { Ref: "Id" }, "${aws:userid}"] } } },
        Action: [],
        Resource: {},
      },
    ],
  });
  expect(written).toBe(`assume_role_policy = jsonencode({
  Statement = [
    {
      Principal = {
        AWS = "arn:\${data.aws_partition.current.partition}:iam::\${var.Vendor}:root"
      }
      Condition = {
        StringEquals = {
          "sts:ExternalId" = var.IsProdSwitch == "yes" ? var.Id : "$\${aws:userid}"
        }
      }
      Action = []
      Resource = {}
    },
  ]
})`);
  expect(parametersIn("hcl", { Id: { default: "a", allowedPattern: "^[a-z]$" } })).toBe(`variable "Id" {
  type = string
  default = "a"
  validation {
    condition = can(regex("^(?:^[a-z]$)$", var.Id))
    error_message = "Not allowed."
  }
}`);
});
