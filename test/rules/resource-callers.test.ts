import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";

const CONFIG: Config = {
  accounts: { own: ["999988887777"], organization: ["222233334444"] },
  organizationIds: ["o-own1234567"],
  vendors: [{ name: "Panther", tenancy: "single", accounts: ["111122223333"] }],
  tenancy: "multi",
};
const RULES = ["public-resource", "resource-account-scoped", "resource-undeclared-account"];
const SERVICES: Readonly<Record<string, readonly [type: string, property: string]>> = {
  s3: ["AWS::S3::BucketPolicy", "PolicyDocument"],
  sns: ["AWS::SNS::TopicPolicy", "PolicyDocument"],
  elasticfilesystem: ["AWS::EFS::FileSystem", "FileSystemPolicy"],
};

function told(statements: readonly object[], service = "s3", config: Config = {}): string[] {
  const [type = "", property = ""] = SERVICES[service] ?? [];
  const Statement = statements.map((one) => ({ Effect: "Allow", Principal: "*", Action: `${service}:*`, ...one }));
  const policy = { Version: "2012-10-17", Statement };
  const content = JSON.stringify({ Resources: { R: { Type: type, Properties: { [property]: policy } } } });
  const { findings, unknowns } = check({ files: [{ path: "t.json", content }], config: { ...CONFIG, ...config } });
  const lines = [...findings.map(({ rule }) => rule), ...unknowns.map(({ rule }) => `?${rule}`)];
  return [...new Set(lines.filter((line) => RULES.includes(line.replace("?", ""))))].sort();
}

const PUBLIC = ["public-resource"];
const UNDECLARED = ["resource-undeclared-account"];
const CANONICAL = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";

describe("who is let in by a principal of a resource's policy", () => {
  test.each<[string, string[], string[]]>([
    [
      "a session of a role",
      told([{ Principal: { AWS: "arn:aws:sts::123123123123:assumed-role/r/alice" } }]),
      UNDECLARED,
    ],
    [
      "a session that assumes no role",
      told([{ Principal: { AWS: "arn:aws:sts::123123123123:federated-user/u" } }]),
      UNDECLARED,
    ],
    [
      "a session of ours that assumes no role",
      told([{ Principal: { AWS: "arn:aws:sts::999988887777:federated-user/u" } }]),
      [],
    ],
    ["a canonical id", told([{ Principal: { CanonicalUser: CANONICAL } }]), ["?resource-undeclared-account"]],
    [
      "a canonical id, of a single-tenant vendor's customer",
      told([{ Principal: { CanonicalUser: CANONICAL } }], "s3", { tenancy: "single" }),
      ["?resource-account-scoped"],
    ],
    [
      "a canonical id, and nobody is declared",
      told([{ Principal: { CanonicalUser: CANONICAL } }], "s3", { vendors: [] }),
      [],
    ],
    [
      "AWS's own delivery of logs",
      told([{ Principal: { CanonicalUser: "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0" } }]),
      [],
    ],
    ["everyone but one", told([{ Principal: undefined, NotPrincipal: { AWS: "111122223333" } }]), PUBLIC],
  ])("%s", (_, found, expected) => expect(found).toEqual(expected));
});

const when = (operator: string, key: string, value: unknown) => ({ Condition: { [operator]: { [key]: value } } });

describe("who is let in by a condition of a resource's policy", () => {
  const ARN = "aws:PrincipalArn";
  const ACCOUNT = "s3:DataAccessPointAccount";
  const POINT = "s3:DataAccessPointArn";
  test.each<[string, string[], string[]]>([
    ["the root user of any account", told([when("ArnLike", ARN, "arn:aws:iam::*:root")]), PUBLIC],
    ["the root user of one", told([when("ArnEquals", ARN, "arn:aws:iam::123123123123:root")]), UNDECLARED],
    ["the root user of ours", told([when("ArnEquals", ARN, "arn:aws:iam::999988887777:root")]), []],
    ["access points of ours", told([when("StringEquals", ACCOUNT, "999988887777")]), []],
    [
      "access points of ours, by their ARN",
      told([when("ArnLike", POINT, "arn:aws:s3:*:999988887777:accesspoint/*")]),
      [],
    ],
    ["access points of ours, or none", told([when("StringEqualsIfExists", ACCOUNT, "999988887777")]), PUBLIC],
    ["access points of a stranger", told([when("StringEquals", ACCOUNT, "123123123123")]), UNDECLARED],
    ["access points of the vendor", told([when("StringEquals", ACCOUNT, "111122223333")]), []],
    ["access points of anybody", told([when("StringLike", ACCOUNT, "*")]), PUBLIC],
    ["objects with a tag", told([when("StringEquals", "s3:ExistingObjectTag/public", "yes")]), ["?public-resource"]],
    ["objects of a prefix", told([when("StringLike", "s3:prefix", "home/*")]), PUBLIC],
    ["an ACL that the caller sets", told([when("StringEquals", "s3:x-amz-acl", "private")]), PUBLIC],
    [
      "an organization that is none of ours",
      told([when("StringEquals", "aws:PrincipalOrgID", "o-else123456")]),
      PUBLIC,
    ],
    [
      "the account of a topic's caller",
      told([when("StringEquals", "AWS:SourceOwner", "123123123123")], "sns"),
      UNDECLARED,
    ],
    [
      "a file system that is not mounted",
      told(
        [{}, { Effect: "Deny", ...when("Bool", "elasticfilesystem:AccessedViaMountTarget", "false") }],
        "elasticfilesystem",
      ),
      ["?public-resource"],
    ],
    [
      "a stranger on the network of a file system",
      told(
        [{ Principal: { AWS: "123123123123" }, ...when("Bool", "elasticfilesystem:AccessedViaMountTarget", "true") }],
        "elasticfilesystem",
      ),
      UNDECLARED,
    ],
  ])("%s", (_, found, expected) => expect(found).toEqual(expected));
});
