// Root users, and sessions that a user has given somebody: they assume no role, and can use whatever else they are let in to.

import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Json } from "../../../src/text/document.ts";

const config = {
  accounts: { own: ["999988887777"] },
  vendors: [{ name: "Vendor", tenancy: "multi", accounts: ["444455556666"] }],
} as const;

const PUBLIC = ["public-resource"];
const UNDECLARED = ["resource-undeclared-account"];

function ruled(Statement: readonly Json[]): readonly string[] {
  const ResourcePolicy = { Version: "2012-10-17", Statement };
  const template = {
    Resources: { R: { Type: "AWS::SecretsManager::ResourcePolicy", Properties: { ResourcePolicy } } },
  };
  const { findings, unknowns } = check({ files: [{ path: "t.json", content: JSON.stringify(template) }], config });
  return [...findings.map(({ rule }) => rule), ...unknowns.map(({ rule }) => `?${rule}`)];
}

const statement = (Effect: string, AWS: Json, Condition?: Json): Json => ({
  ...{ Effect, Principal: { AWS }, Action: "secretsmanager:GetSecretValue", Resource: "*" },
  ...(Condition !== undefined && { Condition }),
});
const on = (operator: string, key: string, value: Json): Json => ({ [operator]: { [key]: value } });

test.each<readonly [string, Json, readonly string[]]>([
  ["a session of any account", on("ArnLike", "aws:PrincipalArn", "arn:aws:sts::*:federated-user/bob"), PUBLIC],
  ["a session of some accounts", on("ArnLike", "aws:PrincipalArn", "arn:aws:sts::7777*:federated-user/bob"), PUBLIC],
  ["a session of the own account", on("ArnLike", "aws:PrincipalArn", "arn:aws:sts::999988887777:federated-user/*"), []],
  ["a session by its unique id", on("StringLike", "aws:userid", "7777*:bob"), PUBLIC],
  ["a session of the own account, by its id", on("StringLike", "aws:userid", "999988887777:*"), []],
  ["a session of another account, by its id", on("StringLike", "aws:userid", "777788889999:*"), UNDECLARED],
  ["nobody of IAM's", on("ArnNotLike", "aws:PrincipalArn", "arn:aws:iam::*:*"), PUBLIC],
  ["nobody of IAM's or STS's", on("ArnNotLike", "aws:PrincipalArn", "arn:aws:*::*:*"), []],
  ["all sessions", on("StringEquals", "aws:PrincipalType", "FederatedUser"), PUBLIC],
  ["a session of a role, which is none of a user", on("StringLike", "aws:userid", "AROA*"), PUBLIC],
  ["all root users", on("StringEquals", "aws:PrincipalType", "Account"), PUBLIC],
  ["a root user, by the account", on("StringEquals", "aws:userid", "777788889999"), UNDECLARED],
  ["the own root user", on("StringEquals", "aws:userid", "999988887777"), []],
  ["whose account is their unique id", on("StringEquals", "aws:userid", "${aws:PrincipalAccount}"), PUBLIC],
  ["a root user with a name, which none has", on("StringEquals", "aws:username", "root"), PUBLIC],
  [
    "a root user with a name, and nobody else",
    { StringEquals: { "aws:username": "root", "aws:PrincipalType": "Account" } },
    [],
  ],
])("everyone, if they are %s", (_, condition, expected) => {
  expect(ruled([statement("Allow", "*", condition)])).toEqual(expected);
});

test.each<readonly [string, Json, readonly string[]]>([
  ["other root users", on("StringNotEquals", "aws:userid", "777788889999"), UNDECLARED],
  ["roles and users", on("ArnLike", "aws:PrincipalArn", ["arn:aws:iam::*:role/*", "arn:aws:iam::*:user/*"]), PUBLIC],
  ["whoever IAM knows", on("ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:*"), PUBLIC],
  ["whoever IAM or STS knows", on("ArnLike", "aws:PrincipalArn", "arn:aws:*::*:*"), []],
  ["whoever is of no own account", on("ArnNotLike", "aws:PrincipalArn", "arn:aws:*::999988887777:*"), []],
])("a Deny of %s", (_, condition, expected) => {
  expect(ruled([statement("Allow", "*"), statement("Deny", "*", condition)])).toEqual(expected);
});

test("a session that is denied is not its account", () => {
  const session = "arn:aws:sts::777788889999:federated-user/bob";
  expect(ruled([statement("Allow", "777788889999"), statement("Deny", session)])).toEqual(UNDECLARED);
  expect(ruled([statement("Allow", session)])).toEqual(UNDECLARED);
  expect(ruled([statement("Allow", session), statement("Deny", "777788889999")])).toEqual([]);
  expect(ruled([statement("Allow", session), statement("Deny", session)])).toEqual([]);
  const other = on("ArnEquals", "aws:PrincipalArn", "arn:aws:sts::777788889999:federated-user/eve");
  expect(ruled([statement("Allow", session, other)])).toEqual([]);
});
