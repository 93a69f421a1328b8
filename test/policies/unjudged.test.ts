// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of Terraform are written so
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
  ...[
    ["joined", { "Fn::Join": ["", [call.slice(0, 40), { Ref: "AWS::Partition" }, call.slice(40)]] }],
    ["filled in", { "Fn::Sub": `{"port": \${Port}, "call": ${call}}` }],
    ["filled in with values", { "Fn::Sub": [call.replace("IAM", "${Service}"), { Service: "IAM" }] }],
  ].map(([how, Create]): [string, string, string, readonly string[]] => [
    `a call of an API, ${how}`,
    "t.json",
    template("Custom::AWS", { Create }),
    ["1 R: a trust policy in Custom::AWS is not judged"],
  ]),
  [
    "a call in YAML",
    "t.yaml",
    `Resources:\n  R:\n    Type: Custom::AWS\n    Properties:\n      Create: !Join ['', ['${call.replace("IAM", "', !Ref S, '")}']]`,
    ["5 R: a trust policy in Custom::AWS is not judged"],
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
    "a policy in HCL, made by a function",
    "main.tf",
    `resource "acme_store" "s" {\n  name = "s"\n  rules = jsonencode({ Statement = [{ Effect = "Allow", Action = "x:Y", Principal = "*" }] })\n}`,
    ["3 acme_store.s: a resource policy in acme_store is not judged"],
  ],
  [
    "a policy in HCL, by way of a local and a document, in a block, for a principal that deployment decides",
    "main.tf",
    `variable "who" {}
data "aws_iam_policy_document" "d" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = [var.who]
    }
  }
}
locals { d = data.aws_iam_policy_document.d.json }
resource "acme_role" "r" {
  trust {
    policy = local.d
  }
}`,
    ["12 acme_role.r: a trust policy in acme_role is not judged"],
  ],
  [
    "a policy in the JSON syntax, made by a function",
    "m.tf.json",
    json({
      resource: {
        acme_store: { s: { a: 1, rules: '${jsonencode({Statement={Effect="Allow",Action="x:Y",Principal="*"}})}' } },
      },
    }),
    ["1 acme_store.s: a resource policy in acme_store is not judged"],
  ],
  [
    "what waits for a policy, and an identity's",
    "main.tf",
    `locals { d = jsonencode({ Statement = [{ Effect = "Allow", Action = "x:Y", Resource = "*" }] }) }
resource "aws_s3_bucket_policy" "p" { policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Principal = "*" }] }) }
resource "acme_store" "s" {
  depends_on = [aws_s3_bucket_policy.p]
  policy     = local.d
}`,
    [],
  ],
  [
    "a policy in HCL that is there in no world",
    "main.tf",
    `resource "acme_store" "s" {
  count = 0
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "x:Y", Principal = "*" }] })
}`,
    [],
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
