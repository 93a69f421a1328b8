import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";

const assume = { Effect: "Allow", Action: "sts:AssumeRole" };

const EC2 = { Version: "2012-10-17", Statement: [{ ...assume, Principal: { Service: "ec2.amazonaws.com" } }] };

function judged(path: string, content: object) {
  const { findings, unknowns, grants } = check({ files: [{ path, content: JSON.stringify(content) }] });
  return {
    said: [...findings.map(({ rule }) => rule), ...unknowns.map(({ rule }) => `?${rule}`)],
    callers: grants.flatMap(({ callers }) => callers.map(({ class: set }) => set)).filter((set) => set !== "service"),
  };
}

function template(principal: unknown, Condition?: unknown) {
  const statement = { ...assume, Principal: { AWS: principal }, Condition };
  return {
    Resources: {
      Admin: { Type: "AWS::IAM::Role", Properties: { RoleName: "admin", AssumeRolePolicyDocument: EC2 } },
      Linked: { Type: "AWS::IAM::ServiceLinkedRole", Properties: { AWSServiceName: "autoscaling.amazonaws.com" } },
      Role: {
        Type: "AWS::IAM::Role",
        Properties: { AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [statement] } },
      },
    },
  };
}

function configuration(principal: string) {
  const statement = `{Effect = "Allow", Action = "sts:AssumeRole", Principal = {AWS = ${principal}}}`;
  return {
    data: {
      aws_caller_identity: { me: {} },
      aws_iam_roles: { sso: { name_regex: "AWSReservedSSO_.*" } },
      aws_iam_group: { admins: { group_name: "admins" } },
      aws_iam_user: { bob: { user_name: "bob" } },
      aws_iam_instance_profile: { p: { name: "p" } },
      aws_iam_session_context: { me: { arn: "${data.aws_caller_identity.me.arn}" } },
    },
    resource: {
      aws_iam_user: { u: {}, several: { for_each: { a: "a", b: "b" } }, counted: { count: 2 } },
      awscc_iam_user: { w: { user_name: "w" } },
      aws_iam_service_linked_role: { s: { aws_service_name: "autoscaling.amazonaws.com" } },
      aws_iam_role: {
        r: { assume_role_policy: `\${jsonencode({Version = "2012-10-17", Statement = [${statement}]})}` },
      },
    },
  };
}

const OURS = { said: [], callers: ["own"] };

describe("an identity that the same input makes or looks up in its own account is ours", () => {
  test.each([
    "aws_iam_user.u.arn",
    "aws_iam_user.u.unique_id",
    "[for user in aws_iam_user.several : user.arn]",
    "values(aws_iam_user.several)[*].arn",
    "[for user in aws_iam_user.counted : user.arn]",
    "awscc_iam_user.w.arn",
    "aws_iam_service_linked_role.s.arn",
    "aws_iam_service_linked_role.s.id",
    "aws_iam_service_linked_role.s.unique_id",
    "data.aws_iam_user.bob.arn",
    "data.aws_iam_user.bob.user_id",
    "data.aws_iam_instance_profile.p.role_arn",
    "data.aws_iam_instance_profile.p.role_id",
    "data.aws_iam_roles.sso.arns",
    "one(data.aws_iam_roles.sso.arns)",
    "data.aws_iam_group.admins.users[*].arn",
    "[for user in data.aws_iam_group.admins.users : user.arn]",
    "data.aws_caller_identity.me.arn",
    "data.aws_iam_session_context.me.issuer_arn",
    "data.aws_iam_session_context.me.issuer_id",
  ])("Terraform: %s", (principal) => {
    expect(judged("main.tf.json", configuration(principal))).toEqual(OURS);
  });

  test.each([
    ["Fn::GetAtt", { "Fn::GetAtt": ["Admin", "RoleId"] }],
    ["Fn::Sub", { "Fn::Sub": "${Admin.RoleId}" }],
    ["the ARN", { "Fn::GetAtt": ["Admin", "Arn"] }],
  ])("CloudFormation: %s", (_, principal) => {
    expect(judged("role.json", template(principal))).toEqual(OURS);
  });

  test("its name is no principal, and nobody else", () => {
    expect(judged("main.tf.json", configuration("aws_iam_user.u.name")).said).toEqual(["invalid-policy"]);
    expect(judged("role.json", template({ Ref: "Linked" })).said).toEqual(["invalid-policy"]);
  });

  test("a session of its unique id is no principal either", () => {
    expect(judged("role.json", template({ "Fn::Sub": "${Admin.RoleId}:s" })).said).toEqual(["invalid-policy"]);
  });
});

describe("the unique id of a role of ours in aws:userid holds everyone else out", () => {
  const ids = (...values: string[]) => ({
    StringLike: { "aws:userid": values.map((value) => ({ "Fn::Sub": value })) },
  });

  test("alone", () => {
    expect(judged("role.json", template("*", ids("${Admin.RoleId}:*")))).toEqual(OURS);
  });

  test("not beside an id of which nobody knows whose it is", () => {
    const { said } = judged("role.json", template("*", ids("${Admin.RoleId}:*", "AROA11111111111111111:*")));
    expect(said).toEqual(["?public-trust"]);
  });

  test("nor as the name of a session, which anybody may choose", () => {
    expect(judged("role.json", template("*", ids("*:${Admin.RoleId}"))).said).toEqual(["public-trust"]);
  });

  test("nor where it is what is left out", () => {
    const { StringLike } = ids("${Admin.RoleId}:*");
    expect(judged("role.json", template("*", { StringNotLike: StringLike })).said).toEqual(["public-trust"]);
  });
});

test("in a plan, what only the apply tells is ours as well", () => {
  const change = (type: string, name: string, after: object, unknown: object) => ({
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    change: { actions: ["create"], before: null, after, after_unknown: unknown },
  });
  const policy = {
    version: "2012-10-17",
    statement: [{ actions: ["sts:AssumeRole"], effect: "Allow", principals: [{ type: "AWS", identifiers: [null] }] }],
  };
  const plan = {
    format_version: "1.2",
    resource_changes: [
      change("aws_iam_user", "u", { name: "u", path: "/" }, { arn: true, unique_id: true }),
      {
        address: "data.aws_iam_policy_document.d",
        mode: "data",
        type: "aws_iam_policy_document",
        name: "d",
        change: {
          actions: ["read"],
          before: null,
          after: policy,
          after_unknown: { json: true, statement: [{ principals: [{ identifiers: [true] }] }] },
        },
      },
      change("aws_iam_role", "r", { name: "r", path: "/" }, { assume_role_policy: true, arn: true }),
    ],
    configuration: {
      root_module: {
        resources: [
          {
            address: "aws_iam_user.u",
            mode: "managed",
            type: "aws_iam_user",
            name: "u",
            provider_config_key: "aws",
            expressions: {},
          },
          {
            address: "data.aws_iam_policy_document.d",
            mode: "data",
            type: "aws_iam_policy_document",
            name: "d",
            provider_config_key: "aws",
            expressions: {
              statement: [
                {
                  actions: { constant_value: ["sts:AssumeRole"] },
                  principals: [
                    {
                      type: { constant_value: "AWS" },
                      identifiers: { references: ["aws_iam_user.u.unique_id", "aws_iam_user.u"] },
                    },
                  ],
                },
              ],
            },
          },
          {
            address: "aws_iam_role.r",
            mode: "managed",
            type: "aws_iam_role",
            name: "r",
            provider_config_key: "aws",
            expressions: {
              assume_role_policy: {
                references: ["data.aws_iam_policy_document.d.json", "data.aws_iam_policy_document.d"],
              },
            },
          },
        ],
      },
    },
  };
  expect(judged("plan.json", plan)).toEqual(OURS);
});
