import { expect, test } from "vitest";
import { check } from "../../src/check.ts";

const json = (value: unknown) => JSON.stringify(value);
const TRUST = { Statement: [{ Effect: "Allow", Action: ["sts:AssumeRole"], Principal: { AWS: "*" } }] };
const template = (Type: string, Properties: object) => json({ Resources: { R: { Type, Properties } } });
const plan = (type: string, before: object, after: object) =>
  json({
    format_version: "1.2",
    resource_changes: [
      { address: `${type}.r`, mode: "managed", type, name: "r", change: { actions: ["update"], before, after } },
    ],
  });
const call = json({ service: "IAM", action: "createRole", parameters: { AssumeRolePolicyDocument: json(TRUST) } });

test.each<[string, string, string, readonly string[]]>([
  [
    "a custom resource",
    "t.json",
    template("Custom::Role", { Trust: TRUST }),
    ["1 R: a trust policy in Custom::Role is not judged"],
  ],
  [
    "a call of an API, as text in text",
    "t.json",
    template("Custom::AWS", { Create: call }),
    ["1 R: a trust policy in Custom::AWS is not judged"],
  ],
  [
    "a text that spells its words by escapes",
    "t.json",
    template("Custom::AWS", { Create: json(TRUST).replaceAll("S", "\\u0053") }),
    ["1 R: a trust policy in Custom::AWS is not judged"],
  ],
  [
    "a type of another provider",
    "p.json",
    plan("acme_role", {}, { trust: json(TRUST) }),
    ["1 acme_role.r: a trust policy in acme_role is not judged"],
  ],
  [
    "a block of configuration",
    "m.tf.json",
    json({ resource: { acme_role: { r: { trust: [TRUST] } } } }),
    ["1 acme_role.r: a trust policy in acme_role is not judged"],
  ],
  [
    "a product, whose template stands elsewhere",
    "t.json",
    template("AWS::ServiceCatalog::CloudFormationProduct", {}),
    ["1 R: the template of the product is not read"],
  ],
  ["what a plan takes away", "p.json", plan("acme_role", { trust: json(TRUST) }, { trust: null }), []],
  ["a role, which is judged", "t.json", template("AWS::IAM::Role", { AssumeRolePolicyDocument: TRUST }), []],
  [
    "a stack set, whose template is read",
    "t.json",
    template("AWS::CloudFormation::StackSet", {
      TemplateBody: template("AWS::IAM::Role", { AssumeRolePolicyDocument: TRUST }),
    }),
    [],
  ],
  ["an endpoint, which is no role", "t.json", template("AWS::EC2::VPCEndpoint", { PolicyDocument: TRUST }), []],
  [
    "a policy of a resource that no table has",
    "t.json",
    template("Custom::BucketPolicy", {
      Policy: { Statement: { Effect: "Allow", Action: "s3:*", Principal: "*" } },
    }),
    ["1 R: a resource policy in Custom::BucketPolicy is not judged"],
  ],
  [
    "what a resource control policy lets be",
    "t.json",
    template("AWS::Organizations::Policy", {
      Content: { Statement: { Effect: "Allow", Action: "*", Principal: "*", Resource: "*" } },
    }),
    [],
  ],
  [
    "a policy of another kind",
    "t.json",
    template("AWS::S3::BucketPolicy", {
      PolicyDocument: { Statement: { Effect: "Allow", Action: "s3:*", Principal: "*" } },
    }),
    [],
  ],
])("what is not judged is noted: %s", (_, path, content, expected) => {
  const { notes } = check({ files: [{ path, content }] });
  expect(notes.map(({ line, message }) => `${line} ${message}`)).toEqual(expected);
});
