import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Config } from "../../../src/config/config.ts";

const GITHUB = "arn:aws:iam::999988887777:oidc-provider/token.actions.githubusercontent.com";
const SAML = "arn:aws:iam::999988887777:saml-provider/Okta";
const LITERAL = { Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } } };

function unknowns(principal: object, action: string, more: object = {}, rules: Config["rules"] = {}): string[] {
  const statement = { Effect: "Allow", Principal: principal, Action: action, ...more };
  const Role = { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: { Statement: [statement] } } };
  const content = JSON.stringify({ Transform: ["Acme::Rewriting"], Resources: { Role } });
  return check({ files: [{ path: "t.json", content }], config: { rules } }).unknowns.map(({ rule }) => rule);
}

test.each([
  [
    "of a policy that a macro may rewrite one rule asks, and none that yields to it",
    unknowns({ Federated: GITHUB }, "sts:AssumeRoleWithWebIdentity", {
      Condition: { StringEquals: { "token.actions.githubusercontent.com:sub": "repo:acme/app:ref:refs/heads/main" } },
    }),
    ["federated-subject"],
  ],
  ["nor of assertions", unknowns({ Federated: SAML }, "sts:AssumeRoleWithSAML", LITERAL), ["federated-subject"]],
  [
    "but where the other is not asked",
    unknowns({ Federated: SAML }, "sts:AssumeRoleWithSAML", LITERAL, { "federated-subject": "off" }),
    ["federated-audience"],
  ],
])("%s", (_, told, expected) => {
  expect(told.filter((rule) => rule.startsWith("federated"))).toEqual(expected);
});
