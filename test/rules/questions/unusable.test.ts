// Why nobody can use a grant, as the finding says it.

import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Json } from "../../../src/text/document.ts";

const ACCOUNT = "444455556666";

function told(statements: readonly Json[], version: Json = "2012-10-17") {
  const policy = { ...(version === null ? {} : { Version: version }), Statement: statements };
  const role = { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: policy } };
  const content = JSON.stringify({ Resources: { Role: role } });
  return check({ files: [{ path: "role.json", content }] });
}

const allow = (Condition: Json, more: object = {}): Json => ({
  ...{ Effect: "Allow", Principal: { AWS: ACCOUNT }, Action: "sts:AssumeRole", Condition },
  ...more,
});

const UNSENDABLE = "as sts:ExternalId, which has 2 to 1,224 letters, digits and signs (_+=,.@:/-)";

test.each<[about: string, statements: readonly Json[], why: string]>([
  [
    "characters that STS does not take",
    [allow({ StringEquals: { "sts:ExternalId": "<External-ID-1>" } })],
    `no request can carry "<External-ID-1>" ${UNSENDABLE}`,
  ],
  [
    "several such ids",
    [allow({ StringLike: { "sts:ExternalId": ["<A>*", "{{b}}"] } })],
    `no request can carry "<A>*" or "{{b}}" ${UNSENDABLE}`,
  ],
  ["one character", [allow({ StringEquals: { "sts:ExternalId": "0" } })], `no request can carry "0" ${UNSENDABLE}`],
  ["blanks", [allow({ StringEquals: { "sts:ExternalId": "a b" } })], `no request can carry "a b" ${UNSENDABLE}`],
  [
    "a wildcard that is none",
    [allow({ StringEquals: { "sts:ExternalId": "*" } })],
    'no request can carry "*" as sts:ExternalId; * is a wildcard under StringLike only',
  ],
  [
    "the name of a session",
    [allow({ StringEquals: { "sts:RoleSessionName": "a b" } })],
    'no request can carry "a b" as sts:RoleSessionName',
  ],
  [
    "keys of services",
    [allow({ ArnLike: { "aws:SourceArn": "arn:aws:s3:::bucket" } })],
    "only AWS services send aws:SourceArn",
  ],
  [
    "the root user",
    [allow({ ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::444455556666:root" } })],
    "the root user of an account cannot assume roles",
  ],
  [
    "a session in the place of its role",
    [allow({ ArnLike: { "aws:PrincipalArn": "arn:aws:sts::444455556666:assumed-role/App/*" } })],
    "aws:PrincipalArn is the ARN of a role, never that of its session",
  ],
  [
    "a caller of another account",
    [allow({ StringEquals: { "aws:PrincipalAccount": "777788889999" } })],
    'no request of this principal meets StringEquals aws:PrincipalAccount: "777788889999"',
  ],
  [
    "two conditions that exclude each other",
    [allow({ StringEquals: { "aws:PrincipalTag/a": "x" }, StringNotEquals: { "aws:PrincipalTag/a": "x" } })],
    "no request gets past StringEquals aws:PrincipalTag/a and StringNotEquals aws:PrincipalTag/a",
  ],
  [
    "a Deny of all that is allowed",
    [
      allow({ StringEquals: { "sts:ExternalId": "k3-7f19" } }),
      allow({ StringEquals: { "sts:ExternalId": "k3-7f19" } }, { Effect: "Deny" }),
    ],
    "no request gets past StringEquals sts:ExternalId and the Deny",
  ],
  [
    "a variable that is not closed",
    [allow({ StringEquals: { "sts:ExternalId": "${aws:PrincipalAccount" } })],
    'no request can carry "${aws:PrincipalAccount" as sts:ExternalId, which has 2 to 1,224 letters, digits and signs (_+=,.@:/-)',
  ],
  ["a Deny", [allow({}), allow({}, { Effect: "Deny" })], "a Deny of the same policy takes it back"],
  [
    "a permission that is missing",
    [allow({ StringLike: { "sts:SourceIdentity": "a*" } })],
    "it takes an Allow of sts:SetSourceIdentity as well",
  ],
  [
    "another action",
    [allow({}, { Action: "sts:AssumeRoleWithSAML" })],
    "users and roles of an account call sts:AssumeRole, which the statement does not allow",
  ],
  [
    "a federated user",
    [allow({}, { Principal: { AWS: "arn:aws:sts::444455556666:federated-user/bob" } })],
    "sessions of federated users cannot call sts:AssumeRole",
  ],
])("%s", (_, statements, why) => {
  const { findings } = told(statements);
  expect(findings.map(({ rule }) => rule)).toEqual(["dead-grant"]);
  expect(findings[0]?.message.split(": ").slice(1).join(": ")).toBe(why);
});

test.each([null, "2008-10-17"])(
  "policy variables under version %j are plain text, also of the own account",
  (version) => {
    const { findings, unknowns } = told(
      [allow({ StringEquals: { "aws:ResourceAccount": "${aws:PrincipalAccount}" } })],
      version,
    );
    expect(findings.map(({ message }) => message)).toEqual([
      `nobody can assume Role through 444455556666: \${aws:PrincipalAccount} is plain text, because the policy's Version is not "2012-10-17"`,
    ]);
    expect(unknowns).toEqual([]);
  },
);

describe("a unique id as principal", () => {
  const statements = [allow({}, { Principal: { AWS: "AROAABCDEFGHIJKLMNOPQ" } })];
  const state = (policy: Json) => ({
    ...{ version: 4, terraform_version: "1.9.5", serial: 1, lineage: "a", outputs: {} },
    resources: [
      {
        ...{ mode: "managed", type: "aws_iam_role", name: "r" },
        provider: 'provider["registry.terraform.io/hashicorp/aws"]',
        instances: [
          { attributes: { arn: "arn:aws:iam::999988887777:role/r", assume_role_policy: JSON.stringify(policy) } },
        ],
      },
    ],
  });

  test("is a deleted one in a state", () => {
    const content = JSON.stringify(state({ Version: "2012-10-17", Statement: statements }));
    const { findings, unknowns } = check({ files: [{ path: "terraform.tfstate", content }] });
    expect(unknowns).toEqual([]);
    expect(findings.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      [
        "dead-grant",
        "low",
        "nobody can assume aws_iam_role.r through AROAABCDEFGHIJKLMNOPQ: IAM shows an id like AROAABCDEFGHIJKLMNOPQ when the principal has been deleted",
      ],
    ]);
  });

  test("is one principal of nobody knows which account where somebody typed it, never anyone", () => {
    const { findings, unknowns } = told(statements);
    expect(findings).toEqual([]);
    expect(unknowns.map(({ rule, message, callers }) => [rule, message, callers.map((one) => one.class)])).toEqual([
      [
        "external-id-required",
        "cannot tell whether AROAABCDEFGHIJKLMNOPQ can assume Role without an external ID",
        ["undeclared"],
      ],
    ]);
  });
});
