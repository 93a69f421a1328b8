import { expect, test } from "vitest";
import { check } from "../../src/check.ts";
import { parseConfig } from "../../src/config/load.ts";

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
    "only a condition keeps others than Acme (111122223333, single-tenant) out of Role; name the account as principal",
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
