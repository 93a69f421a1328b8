import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";

const OPEN = { Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" }] };
const SHUT = { Statement: [{ Effect: "Deny", Action: "sts:AssumeRole", NotResource: "arn:aws:iam::*:role/example" }] };
const TRUST = {
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
};

function said(path: string, content: string): string[] {
  const { findings, unknowns, errors } = check({ files: [{ path, content }], config: { audience: "customers" } });
  expect(errors).toEqual([]);
  const lines = [...findings.map(({ rule }) => rule), ...unknowns.map(({ rule }) => `?${rule}`)];
  return lines.filter((line) => line.endsWith("deputy-assumes-anything"));
}

function inTemplate(Type: string, Properties: unknown): string[] {
  const Parameters = { P: { Type: "String" } };
  return said("t.json", JSON.stringify({ Parameters, Resources: { R: { Type, Properties } } }));
}

const FOUND = ["deputy-assumes-anything"];

describe("a template has identity policies in", () => {
  const role = (Policies: unknown) => ({ AssumeRolePolicyDocument: TRUST, Policies });
  const named = (...documents: unknown[]) =>
    documents.map((PolicyDocument, index) => ({ PolicyName: `p${index}`, PolicyDocument }));
  test.each<[string, string, unknown, string[]]>([
    ["AWS::IAM::ManagedPolicy", "", { PolicyDocument: OPEN }, FOUND],
    ["AWS::IAM::Policy", "as the CDK writes them", { PolicyName: "p", PolicyDocument: OPEN, Roles: ["r"] }, FOUND],
    ["AWS::IAM::RolePolicy", "", { PolicyDocument: OPEN }, FOUND],
    ["AWS::IAM::UserPolicy", "", { PolicyDocument: OPEN }, FOUND],
    ["AWS::IAM::GroupPolicy", "", { PolicyDocument: OPEN }, FOUND],
    ["AWS::IAM::Role", "", role(named(SHUT, OPEN)), []],
    ["AWS::IAM::Role", "the second of them", role(named({ Statement: [] }, OPEN)), FOUND],
    [
      "AWS::IAM::Role",
      "one of which is not known",
      role(named({ Ref: "P" }, { Statement: [] })),
      ["?deputy-assumes-anything"],
    ],
    ["AWS::IAM::Role", "none", role([]), []],
    ["AWS::IAM::User", "", { Policies: named(OPEN) }, FOUND],
    ["AWS::IAM::Group", "", { Policies: named(OPEN) }, FOUND],
    ["AWS::SSO::PermissionSet", "", { InlinePolicy: OPEN }, FOUND],
    ["AWS::SSO::PermissionSet", "as text", { InlinePolicy: JSON.stringify(OPEN) }, FOUND],
    ["AWS::Serverless::Function", "one", { Policies: OPEN }, FOUND],
    [
      "AWS::Serverless::Function",
      "beside names and templates",
      { Policies: ["AWSLambdaExecute", { S3ReadPolicy: { BucketName: "b" } }, OPEN] },
      FOUND,
    ],
    ["AWS::Serverless::Function", "a template alone", { Policies: [{ S3ReadPolicy: { BucketName: "b" } }] }, []],
    ["AWS::Serverless::StateMachine", "", { Policies: [OPEN] }, FOUND],
    ["AWS::IAM::InstanceProfile", "of another kind", { PolicyDocument: OPEN }, []],
  ])("%s %s", (type, _, properties, expected) => {
    expect(inTemplate(type, properties)).toEqual(expected);
  });
});

describe("a configuration has identity policies in", () => {
  const open = `jsonencode(${JSON.stringify(OPEN)})`;
  const role = (blocks: string) => `assume_role_policy = jsonencode(${JSON.stringify(TRUST)})\n${blocks}`;
  test.each<[string, string]>([
    ["aws_iam_policy", `policy = ${open}`],
    ["aws_iam_role_policy", `policy = ${open}`],
    ["aws_iam_user_policy", `policy = ${open}`],
    ["aws_iam_group_policy", `policy = ${open}`],
    ["aws_ssoadmin_permission_set_inline_policy", `inline_policy = ${open}`],
    ["aws_iam_role", role(`inline_policy {\n name = "a"\n policy = ${open}\n}`)],
    ["aws_iam_role", role(`inline_policy {\n name = "a"\n}\ninline_policy {\n name = "b"\n policy = ${open}\n}`)],
    ["awscc_iam_managed_policy", `policy_document = ${open}`],
    ["awscc_iam_role_policy", `policy_document = ${open}`],
    [
      "awscc_iam_role",
      `assume_role_policy_document = jsonencode(${JSON.stringify(TRUST)})\npolicies = [{ policy_name = "a", policy_document = ${open} }]`,
    ],
    ["awscc_sso_permission_set", `inline_policy = ${open}`],
  ])("%s %#", (type, body) => {
    expect(said("main.tf", `resource "${type}" "r" {\n${body}\n}\n`)).toEqual(FOUND);
  });
});

describe("a policy of AWS's own is attached", () => {
  const ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess";
  const role = (more: object) => ({ AssumeRolePolicyDocument: TRUST, ...more });
  const inline = (...documents: unknown[]) => documents.map((PolicyDocument) => ({ PolicyName: "p", PolicyDocument }));
  test.each<[string, string, unknown, string[]]>([
    ["AWS::IAM::Role", "for administrators", role({ ManagedPolicyArns: [ADMIN] }), FOUND],
    [
      "AWS::IAM::Role",
      "in whatever partition",
      role({ ManagedPolicyArns: [{ "Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/PowerUserAccess" }] }),
      FOUND,
    ],
    ["AWS::IAM::Role", "beside a Deny", role({ ManagedPolicyArns: [ADMIN], Policies: inline(SHUT) }), []],
    [
      "AWS::IAM::Role",
      "beside an Allow",
      role({
        ManagedPolicyArns: [ADMIN],
        Policies: inline({ Statement: { ...OPEN.Statement[0], Resource: "arn:aws:iam::*:role/x" } }),
      }),
      FOUND,
    ],
    [
      "AWS::IAM::Role",
      "that says nothing of roles",
      role({ ManagedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/SecurityAudit"] }),
      [],
    ],
    [
      "AWS::IAM::Role",
      "that is somebody's own of that name",
      role({ ManagedPolicyArns: ["arn:aws:iam::123456789012:policy/AdministratorAccess"] }),
      [],
    ],
    ["AWS::IAM::Role", "that deployment decides", role({ ManagedPolicyArns: [{ Ref: "P" }] }), []],
    ["AWS::IAM::User", "to people", { ManagedPolicyArns: [ADMIN] }, []],
    ["AWS::SSO::PermissionSet", "to people", { ManagedPolicies: [ADMIN] }, []],
    [
      "AWS::Serverless::Function",
      "by its name",
      { Policies: ["AdministratorAccess", { S3ReadPolicy: { BucketName: "b" } }] },
      FOUND,
    ],
    ["AWS::Serverless::Function", "of another name", { Policies: "AWSLambdaExecute" }, []],
  ])("%s %s", (type, _, properties, expected) => {
    expect(inTemplate(type, properties)).toEqual(expected);
  });

  test.each([
    ["aws_iam_role_policy_attachment", `role = "r"\npolicy_arn = "${ADMIN}"`],
    ["aws_iam_role_policy_attachments_exclusive", `role_name = "r"\npolicy_arns = ["${ADMIN}"]`],
    ["aws_iam_role", `assume_role_policy = jsonencode(${JSON.stringify(TRUST)})\nmanaged_policy_arns = ["${ADMIN}"]`],
    [
      "awscc_iam_role",
      `assume_role_policy_document = jsonencode(${JSON.stringify(TRUST)})\nmanaged_policy_arns = ["${ADMIN}"]`,
    ],
  ])("%s", (type, body) => {
    expect(said("main.tf", `resource "${type}" "r" {\n${body}\n}\n`)).toEqual(FOUND);
  });

  test("in files for the own accounts that is told nowhere", () => {
    const Resources = { R: { Type: "AWS::IAM::Role", Properties: role({ ManagedPolicyArns: [ADMIN] }) } };
    const { findings, summary } = check({ files: [{ path: "t.json", content: JSON.stringify({ Resources }) }] });
    expect([findings, summary.policies]).toEqual([[], 1]);
  });
});

test("a role of the same template or module is one of ours", () => {
  const allow = (Resource: unknown) => ({ Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Resource }] });
  const Role = { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: TRUST } };
  const R = { Type: "AWS::IAM::Policy", Properties: { PolicyDocument: allow({ "Fn::GetAtt": ["Role", "Arn"] }) } };
  expect(said("t.json", JSON.stringify({ Resources: { Role, R } }))).toEqual([]);
  const hcl = `resource "aws_iam_role" "a" {\n assume_role_policy = jsonencode(${JSON.stringify(TRUST)})\n}
resource "aws_iam_policy" "r" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Resource = aws_iam_role.a.arn }] })
}\n`;
  expect(said("main.tf", hcl)).toEqual([]);
});

test("grants are of those who are let in: an identity policy has none", () => {
  const content = JSON.stringify({
    Resources: { R: { Type: "AWS::IAM::Policy", Properties: { PolicyDocument: OPEN } } },
  });
  const { grants, findings, summary } = check({ files: [{ path: "t.json", content }] });
  expect([grants, summary.policies]).toEqual([[], 1]);
  expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(["deputy-assumes-anything low"]);
});

test.each(["", null])(
  "an empty block, which a plan shows with the policy %j, takes all policies of a role away",
  (policy) => {
    const after = { assume_role_policy: JSON.stringify(TRUST), inline_policy: [{ name: policy, policy }] };
    const change = { actions: ["create"], before: null, after, after_unknown: {} };
    const plan = {
      format_version: "1.2",
      resource_changes: [{ address: "aws_iam_role.r", mode: "managed", type: "aws_iam_role", name: "r", change }],
    };
    expect(said("plan.json", JSON.stringify(plan))).toEqual([]);
  },
);
