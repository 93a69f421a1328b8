// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of Fn::Sub and policy variables are written so
import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Config } from "../../../src/config/config.ts";

const DECLARED: Config = {
  audience: "customers",
  accounts: { own: ["999988887777"], organization: ["222233334444"] },
  organizationIds: ["o-own1234567"],
};

function said(statement: object, config: Config = DECLARED): string {
  const Statement = [{ Effect: "Allow", Action: "sts:AssumeRole", ...statement }];
  const PolicyDocument = { Version: "2012-10-17", Statement };
  const content = JSON.stringify({
    Parameters: { P: { Type: "String" }, Digits: { Type: "String", AllowedPattern: "[0-9]{12}" } },
    Resources: { R: { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument } } },
  });
  const { findings, unknowns } = check({ files: [{ path: "t.json", content }], config });
  const short = (rule: string) => (rule === "deputy-assumes-anything" ? "any" : "id");
  return [...findings.map(({ rule }) => short(rule)), ...unknowns.map(({ rule }) => `?${short(rule)}`)]
    .sort()
    .join(" ");
}

test.each<[string, object, string]>([
  ["a run of wildcards in place of the account", { Resource: "arn:aws:iam::????????????:role/*" }, "any id"],
  ["some accounts", { Resource: "arn:aws:iam::1*:role/*" }, "any id"],
  ["all after the account", { Resource: "arn:aws:iam::*" }, "any id"],
  ["any partition", { Resource: "arn:*:iam::*:role/*" }, "any id"],
  ["roles of China alone, so a policy that works there", { Resource: "arn:aws-cn:iam::*:role/*" }, "any id"],
  ["any path", { Resource: "arn:aws:iam::*:role/*/*" }, "any id"],
  ["the beginning of a name", { Resource: "arn:aws:iam::*:role/Example*" }, "id"],
  ["the end of a name, behind a wildcard for all else", { Resource: "*Example" }, "id"],
  ["root users", { Resource: "arn:aws:iam::*:root" }, ""],
  ["all roles of one account", { Resource: "arn:aws:iam::123123123123:role/*" }, "id"],
  ["everything but one role", { NotResource: "arn:aws:iam::*:role/Admin" }, "any id"],
  ["everything but roles", { NotResource: "arn:aws:iam::*:role/*" }, ""],
  ["nothing", { Resource: [] }, ""],
  ["an action in other letters", { Action: "STS:assume?ole", Resource: "*" }, "any id"],
  [
    "a deploy-time account, of which wildcards are no value",
    { Resource: { "Fn::Sub": "arn:aws:iam::${Digits}:role/*" } },
    "?id",
  ],
  ["a deploy-time account", { Resource: { "Fn::Sub": "arn:aws:iam::${P}:role/*" } }, "?any ?id"],
  ["a deploy-time name", { Resource: { "Fn::Sub": "arn:aws:iam::*:role/${P}" } }, "?any id"],
  ["the own account by a policy variable", { Resource: "arn:aws:iam::${aws:PrincipalAccount}:role/*" }, ""],
  ["a name by a policy variable", { Resource: "arn:aws:iam::*:role/${aws:PrincipalTag/r}" }, "?any ?id"],
])("a resource that says: %s", (_, statement, expected) => {
  expect(said(statement)).toBe(expected);
});

test.each<[string, object, string]>([
  ["the own account", { StringEquals: { "aws:ResourceAccount": "999988887777" } }, ""],
  ["the caller's account", { StringEquals: { "aws:ResourceAccount": "${aws:PrincipalAccount}" } }, ""],
  ["an account of the organization", { StringEquals: { "aws:ResourceAccount": ["222233334444"] } }, ""],
  ["some accounts", { StringLike: { "aws:ResourceAccount": "1111*" } }, "any id"],
  ["the account, if there is one", { StringEqualsIfExists: { "aws:ResourceAccount": "999988887777" } }, ""],
  ["the caller's organization", { StringEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } }, ""],
  [
    "the caller's organization, if any",
    { StringEqualsIfExists: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } },
    "any id",
  ],
  ["a path in the organization", { "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "o-own1234567/*" } }, ""],
  ["another organization", { StringNotEquals: { "aws:ResourceOrgID": "o-own1234567" } }, "any id"],
  ["a tag of the role", { StringEquals: { "aws:ResourceTag/a": "b" } }, "?any ?id"],
  ["our own organization", { StringEquals: { "aws:PrincipalOrgID": "o-own1234567" } }, "any id"],
  ["a network of ours", { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } }, "any id"],
  ["one of our roles", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/worker" } }, "any id"],
  ["somebody else's role", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::123123123123:role/worker" } }, ""],
  ["a session tag, which it takes another permission to pass", { StringEquals: { "aws:RequestTag/a": "b" } }, ""],
])("a condition on %s", (_, Condition, expected) => {
  expect(said({ Resource: "*", Condition })).toBe(expected);
});

test("a session tag that may be passed", () => {
  const Condition = { StringEquals: { "aws:RequestTag/a": "b" } };
  const statement = { Action: ["sts:AssumeRole", "sts:TagSession"], Resource: "*", Condition };
  expect(said(statement)).toBe("any id");
});

test.each<[string, object, string]>([
  ["the caller's organization", { StringEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } }, ""],
  ["an organization that may be anyone's", { StringEquals: { "aws:ResourceOrgID": "o-abc1234567" } }, "?any ?id"],
  ["the organization that we call from", { StringEquals: { "aws:PrincipalOrgID": "o-abc1234567" } }, "any id"],
])("while no organization is declared, a condition on %s", (_, Condition, expected) => {
  expect(said({ Resource: "*", Condition }, { audience: "customers" })).toBe(expected);
});

test.each<[string, string, string]>([
  ["a vendor that serves us alone", "111122223333", ""],
  ["a vendor that serves many", "444455556666", "id"],
  ["a vendor of the catalogue", "464622532012", "id"],
])("a role of %s", (_, account, expected) => {
  const vendors = [
    { name: "Single", tenancy: "single", accounts: ["111122223333"] },
    { name: "Multi", tenancy: "multi", accounts: ["444455556666"] },
  ] as const;
  expect(said({ Resource: `arn:aws:iam::${account}:role/x` }, { ...DECLARED, vendors })).toBe(expected);
});
