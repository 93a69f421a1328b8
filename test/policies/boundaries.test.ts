import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";

const OPEN = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const TRUST = {
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
};
const RULE = "deputy-assumes-anything";

/** What the rule says, an unknown with its source. */
function said(files: Readonly<Record<string, string>>): string[] {
  const { findings, unknowns, errors } = check({
    files: Object.entries(files).map(([path, content]) => ({ path, content })),
    config: { audience: "customers" },
  });
  expect(errors).toEqual([]);
  return [
    ...findings.filter(({ rule }) => rule === RULE).map(({ resource }) => resource.id),
    ...unknowns.filter(({ rule }) => rule === RULE).map(({ resource, source }) => `? ${resource.id}: ${source}`),
  ];
}

describe("a policy of a template", () => {
  const policy = (more: object = {}, document: object = OPEN) => ({
    Type: "AWS::IAM::ManagedPolicy",
    Properties: { PolicyDocument: document, ...more },
  });
  const role = (more: object) => ({ Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: TRUST, ...more } });
  const bounded = role({ PermissionsBoundary: { Ref: "P" } });
  const ARN = { "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/${Prefix}-limits" };
  const demands = (boundary: unknown) => ({
    Version: "2012-10-17",
    Statement: [
      ...OPEN.Statement,
      {
        Effect: "Deny",
        Action: "iam:CreateRole",
        Resource: "*",
        Condition: { StringNotEquals: { "iam:PermissionsBoundary": boundary } },
      },
      { Effect: "Deny", Action: "iam:DeletePolicy", Resource: ARN },
    ],
  });
  const called = { ManagedPolicyName: { "Fn::Sub": "${Prefix}-limits" } };
  const passedOn = (by: string) => [`? P: a permissions boundary that ${by} passes on`];

  test.each<[string, object, object, string[]]>([
    ["that nothing speaks of", { P: policy() }, {}, ["P"]],
    ["that a role has as boundary", { P: policy(), R: bounded }, {}, []],
    [
      "that only some deployment has as boundary",
      { P: policy(), R: role({ PermissionsBoundary: { "Fn::If": ["C", { Ref: "P" }, { Ref: "AWS::NoValue" }] } }) },
      {},
      [],
    ],
    [
      "that another role has attached",
      { P: policy(), R: bounded, S: role({ ManagedPolicyArns: [{ Ref: "P" }] }) },
      {},
      ["P"],
    ],
    [
      "that one role has as both",
      { P: policy(), R: role({ PermissionsBoundary: { Ref: "P" }, ManagedPolicyArns: [{ Ref: "P" }] }) },
      {},
      ["P"],
    ],
    ["that attaches itself", { P: policy({ Roles: [{ Ref: "S" }] }), R: bounded, S: role({}) }, {}, ["P"]],
    ["that attaches itself to nobody", { P: policy({ Roles: [] }), R: bounded }, {}, []],
    [
      "that is exported",
      { P: policy(), R: bounded },
      { Arn: { Value: { Ref: "P" }, Export: { Name: "limits" } } },
      passedOn("Outputs.Arn"),
    ],
    [
      "whose ARN a parameter store has",
      {
        P: policy(),
        R: bounded,
        S: { Type: "AWS::SSM::Parameter", Properties: { Type: "String", Value: { "Fn::GetAtt": ["P", "PolicyArn"] } } },
      },
      {},
      passedOn("Resources.S"),
    ],
    [
      "whose ARN stands in a text",
      { P: policy(), R: bounded },
      { Arn: { Value: { "Fn::Sub": "x ${P}" } } },
      passedOn("Outputs.Arn"),
    ],
    ["that must be made first", { P: policy(), R: bounded, S: { Type: "AWS::SNS::Topic", DependsOn: "P" } }, {}, []],
    [
      "that demands itself as boundary, as the CDK's bootstrap template has it",
      { P: policy(called, demands(ARN)) },
      {},
      [],
    ],
    [
      "that demands itself, and is attached by its name",
      { P: policy(called, demands(ARN)), R: role({ ManagedPolicyArns: [ARN] }) },
      {},
      ["P"],
    ],
    [
      "that demands another as boundary",
      { P: policy(called, demands("arn:aws:iam::123456789012:policy/other")) },
      {},
      ["P"],
    ],
    ["that another role may not do without", { P: policy(called), Q: policy({}, demands(ARN)) }, {}, ["Q"]],
    [
      "that a role of AWS SAM has as boundary",
      { P: policy(), F: { Type: "AWS::Serverless::Function", Properties: { PermissionsBoundary: { Ref: "P" } } } },
      {},
      [],
    ],
    [
      "that a function of AWS SAM has as policy",
      { P: policy(), R: bounded, F: { Type: "AWS::Serverless::Function", Properties: { Policies: [{ Ref: "P" }] } } },
      {},
      ["P"],
    ],
    [
      "that a permission set has as boundary",
      {
        P: policy({ ManagedPolicyName: "limits" }),
        S: {
          Type: "AWS::SSO::PermissionSet",
          Properties: { PermissionsBoundary: { CustomerManagedPolicyReference: { Name: { Ref: "P" } } } },
        },
      },
      {},
      [],
    ],
    [
      "of a role alone, which is no managed one",
      {
        P: { Type: "AWS::IAM::RolePolicy", Properties: { RoleName: { Ref: "R" }, PolicyDocument: OPEN } },
        R: role({ PermissionsBoundary: { Ref: "P" } }),
      },
      {},
      ["P"],
    ],
  ])("%s", (_, Resources, Outputs, expected) => {
    const Parameters = { Prefix: { Type: "String" }, Flag: { Type: "String" } };
    const Conditions = { C: { "Fn::Equals": [{ Ref: "Flag" }, "yes"] } };
    expect(said({ "t.json": JSON.stringify({ Parameters, Conditions, Resources, Outputs }) })).toEqual(expected);
  });

  test("that another template attaches by its name", () => {
    const limits = { P: policy({ ManagedPolicyName: "limits" }), R: bounded };
    const other = (name: string) =>
      JSON.stringify({
        Resources: {
          R: role({ ManagedPolicyArns: [{ "Fn::Sub": `arn:aws:iam::\${AWS::AccountId}:policy/${name}` }] }),
        },
      });
    const content = JSON.stringify({ Resources: limits });
    expect(said({ "a.json": content, "b.json": other("limits") })).toEqual(["P"]);
    expect(said({ "a.json": content, "b.json": other("no-limits") })).toEqual([]);
  });

  test("in YAML, with short forms", () => {
    const content = `
Resources:
  P: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: ${JSON.stringify(OPEN)} } }
  R: { Type: AWS::IAM::User, Properties: { PermissionsBoundary: !Ref P } }
`;
    expect(said({ "t.yaml": content })).toEqual([]);
    expect(said({ "t.yaml": `${content}Outputs: { Arn: { Value: !GetAtt P.PolicyArn } }\n` })).toEqual(
      passedOn("Outputs.Arn"),
    );
  });

  test("an unknown of one that is passed on stays one", () => {
    const open = { Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Resource: { Ref: "Prefix" } }] };
    const Resources = { P: policy({}, open), R: bounded };
    const Outputs = { Arn: { Value: { Ref: "P" } } };
    const content = JSON.stringify({ Parameters: { Prefix: { Type: "String" } }, Resources, Outputs });
    expect(said({ "t.json": content })).toEqual(["? P: parameter Prefix"]);
  });
});

describe("a policy of a configuration", () => {
  const POLICY = `resource "aws_iam_policy" "p" {
  name   = "limits"
  policy = jsonencode(${JSON.stringify(OPEN)})
}\n`;
  const role = (more: string) => `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode(${JSON.stringify(TRUST)})
  ${more}
}\n`;
  const BOUNDED = role("permissions_boundary = aws_iam_policy.p.arn");
  const ID = "aws_iam_policy.p";
  const passedOn = (by: string) => [`? ${ID}: a permissions boundary that ${by} passes on`];

  test.each<[string, Readonly<Record<string, string>>, string[]]>([
    ["that nothing speaks of", { "m/main.tf": POLICY }, [ID]],
    ["that a role of another file has as boundary", { "m/main.tf": POLICY, "m/roles.tf": BOUNDED }, []],
    ["that a role of another module has", { "m/main.tf": POLICY, "n/roles.tf": BOUNDED }, [ID]],
    [
      "that is attached",
      {
        "m/main.tf": `${POLICY}${BOUNDED}resource "aws_iam_user_policy_attachment" "a" {\n  user       = "u"\n  policy_arn = aws_iam_policy.p.arn\n}\n`,
      },
      [ID],
    ],
    [
      "that an output tells of, in a file without resources",
      { "m/main.tf": POLICY + BOUNDED, "m/outputs.tf": `output "arn" {\n  value = one([aws_iam_policy.p.arn])\n}\n` },
      passedOn("output.arn"),
    ],
    [
      "that a module is given",
      {
        "m/main.tf": `${POLICY}${BOUNDED}module "x" {\n  source = "acme/x/aws"\n  limits = { arn = "\${aws_iam_policy.p.arn}" }\n}\n`,
      },
      passedOn("module.x"),
    ],
    [
      "that a policy demands",
      {
        "m/main.tf": `${POLICY}data "aws_iam_policy_document" "d" {\n  statement {\n    actions = ["iam:CreateRole"]\n    resources = ["*"]\n    condition {\n      test = "StringEquals"\n      variable = "iam:PermissionsBoundary"\n      values = ["arn:aws:iam::123456789012:policy/limits"]\n    }\n  }\n}\n`,
      },
      [],
    ],
    ["of a similar address", { "m/main.tf": POLICY + role("permissions_boundary = aws_iam_policy.pp.arn") }, [ID]],
  ])("%s", (_, files, expected) => {
    expect(said(files)).toEqual(expected);
  });

  test("in the syntax of JSON", () => {
    const resource = {
      aws_iam_policy: { p: { policy: JSON.stringify(OPEN) } },
      aws_iam_user: { u: { name: "u", permissions_boundary: "${aws_iam_policy.p.arn}" } },
    };
    expect(said({ "main.tf.json": JSON.stringify({ resource }) })).toEqual([]);
    const output = { arn: { value: "${aws_iam_policy.p.arn}" } };
    expect(said({ "main.tf.json": JSON.stringify({ resource, output }) })).toEqual(passedOn("output.arn"));
  });

  test("in a plan and a state", () => {
    const arn = "arn:aws:iam::123456789012:policy/limits";
    const change = (address: string, type: string, after: object) => ({
      ...{
        address,
        mode: "managed",
        type,
        name: address.slice(-1),
        provider_name: "registry.terraform.io/hashicorp/aws",
      },
      change: { actions: ["create"], before: null, after, after_unknown: { arn: true } },
    });
    const plan = (outputs: object) =>
      JSON.stringify({
        format_version: "1.2",
        resource_changes: [change(ID, "aws_iam_policy", { name: "limits", policy: JSON.stringify(OPEN) })],
        configuration: {
          root_module: {
            outputs,
            resources: [
              { address: ID, mode: "managed", type: "aws_iam_policy", name: "p", expressions: {} },
              {
                ...{ address: "aws_iam_user.u", mode: "managed", type: "aws_iam_user", name: "u" },
                expressions: { permissions_boundary: { references: [`${ID}.arn`, ID] } },
              },
            ],
          },
        },
      });
    expect(said({ "plan.json": plan({}) })).toEqual([]);
    const told = { arn: { expression: { references: [`${ID}.arn`, ID] } } };
    expect(said({ "plan.json": plan(told) })).toEqual(passedOn("outputs.arn"));
    const instance = (type: string, attributes: object) => ({
      ...{ mode: "managed", type, name: "p", provider: 'provider["registry.terraform.io/hashicorp/aws"]' },
      instances: [{ schema_version: 0, attributes }],
    });
    const state = (user: object) =>
      JSON.stringify({
        ...{ version: 4, terraform_version: "1.9.0", serial: 1, lineage: "x" },
        resources: [
          instance("aws_iam_policy", { arn, id: arn, name: "limits", path: "/", policy: JSON.stringify(OPEN) }),
          instance("aws_iam_user", user),
        ],
      });
    expect(said({ "terraform.tfstate": state({ permissions_boundary: arn }) })).toEqual([]);
    expect(said({ "terraform.tfstate": state({ permissions_boundary: "" }) })).toEqual([ID]);
  });
});
