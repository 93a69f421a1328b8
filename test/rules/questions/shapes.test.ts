import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import { parseConfig } from "../../../src/config/load.ts";

const ACME = 'vendors: [{ name: Acme, tenancy: single, accounts: ["111122223333"] }]';
const OF_ACME = "{ StringEquals: { aws:PrincipalAccount: '111122223333' } }";

const template = (principal: string, condition: string) => `Parameters:
  Trusted: { Type: String }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - { Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: ${principal} }, Condition: ${condition} }
          - { Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: "111122223333" } }
`;

test.each([
  [
    "wildcard-with-condition",
    template('"*"', OF_ACME),
    "only a condition restricts Role to Acme (111122223333, single-tenant); name the account as principal",
    ["111122223333"],
  ],
  [
    // It may turn out to be Acme's account, which is not what the rule speaks of.
    "unconstrained-principal",
    template("!Ref Trusted", "{}"),
    '${Trusted} may be set to "*", and then anyone with an AWS account can assume Role',
    ["${Trusted}"],
  ],
])("%s tells who comes in, or the principal that deployment decides", (id, content, message, accounts) => {
  const { findings } = check({
    files: [{ path: "role.yaml", content }],
    config: parseConfig(ACME, "unconfused.yaml"),
  });
  const [finding, ...others] = findings.filter(({ rule }) => rule === id);
  expect(others).toEqual([]);
  expect(finding?.message).toBe(message);
  expect(finding?.callers.map(({ account }) => account)).toEqual(accounts);
});

const asking = (ids: string, more = "") => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal: { AWS: "444455556666" }
            Condition: { StringEquals: { "sts:ExternalId": ${ids} } }${more}
`;
const DENY = `
          - Effect: Deny
            Action: sts:AssumeRole
            Principal: { AWS: "*" }
            Condition: { StringNotEquals: { "sts:ExternalId": [k3-7f19-cc20, changeme] } }`;

test.each([
  ["the second of two", asking("[k3-7f19-cc20, changeme]"), "changeme", "changeme"],
  ["the first of two", asking("[changeme, k3-7f19-cc20]"), "changeme", "changeme"],
  ["the only one that can be sent", asking('["<ID>", "0000"]'), "0000", '"0000"'],
  ["one alone, by its key", asking("changeme"), "changeme", '"sts:ExternalId"'],
  // The Allow lets any id in, the Deny all but two.
  [
    "one that a Deny leaves",
    asking('"*"').replace("StringEquals", "StringLike") + DENY.slice(1),
    "changeme",
    "changeme",
  ],
])("a sample is quoted and pointed at: %s", (_, content, quoted, marked) => {
  const { findings } = check({ files: [{ path: "role.yaml", content }] });
  const found = findings.filter(({ rule }) => rule === "external-id-not-unique");
  expect(found.map(({ message }) => message)).toEqual([
    `the external ID "${quoted}" of Role is not one that the vendor keeps for you alone`,
  ]);
  const [{ line = 0, column = 0, endColumn = 0 } = {}] = found;
  expect(content.split("\n")[line - 1]?.slice(column - 1, endColumn - 1)).toBe(marked);
});
