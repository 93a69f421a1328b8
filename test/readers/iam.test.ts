import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import { readerOf } from "../../src/readers/index.ts";
import type { Json } from "../../src/text/document.ts";
import { parse } from "../../src/text/parse.ts";
import { source } from "../../src/text/source.ts";
import { findingsOf, unconfused } from "../surfaces/cli/run.ts";
import { grants, report, VENDOR } from "./terraform/making.ts";

const statement = (more: object) => ({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...more }] });
const trust = (principal: Json) => statement({ Principal: principal, Action: "sts:AssumeRole" });
const role = (name: string, policy: Json, account = "999988887777", path = "/") => ({
  Path: path,
  RoleName: name,
  Arn: `arn:aws:iam::${account}:role${path}${name}`,
  AssumeRolePolicyDocument: policy,
});
const vendors = role("Vendor", trust({ AWS: VENDOR }));
const found = [`Vendor ${VENDOR} undeclared finding`];

describe("recognises", () => {
  test.each<[string, Json, boolean]>([
    ["a trust policy", trust({ AWS: VENDOR }), true],
    ["one for a service", statement({ Principal: { Service: "ec2.amazonaws.com" }, Action: ["sts:AssumeRole"] }), true],
    ["one for tokens", statement({ Principal: { Federated: "x" }, Action: "sts:assumerolewithwebidentity" }), true],
    ["one with a wildcard", statement({ Principal: "*", Action: "sts:*" }), true],
    ["no permissions policy", statement({ Action: "sts:AssumeRole", Resource: "*" }), false],
    ["no policy of a repository", statement({ Principal: "*", Action: "ecr:*" }), false],
    ["no policy of an endpoint", statement({ Principal: "*", Action: "sts:AssumeRole", Resource: "*" }), false],
    ["get-role", { Role: vendors }, true],
    ["list-roles", { Roles: [vendors] }, true],
    ["no role", { Roles: [] }, true],
    ["roles by --query", [vendors], true],
    ["roles without an ARN", [{ RoleName: "R", AssumeRolePolicyDocument: trust("*") }], true],
    ["get-account-authorization-details", { UserDetailList: [], RoleDetailList: [vendors], Policies: [] }, true],
    ["several pages", [{ Roles: [vendors], IsTruncated: true, Marker: "x" }, { Roles: [] }], true],
    ["no roles of another program", { Roles: [{ name: "admin" }] }, false],
    ["no roles beside other things", { Roles: [vendors], users: [] }, false],
  ])("%s: %s", (_, value, expected) => {
    const [document] = parse(source("a.json", JSON.stringify(value))).documents;
    expect(document !== undefined && readerOf(document)?.format === "iam").toBe(expected);
  });
});

describe("judges", () => {
  test.each<[string, Json, string[]]>([
    ["a role", { Role: vendors }, found],
    ["roles", { Roles: [vendors] }, found],
    ["a policy as text", { Role: role("Vendor", JSON.stringify(trust({ AWS: VENDOR }))) }, found],
    [
      "one that is percent-encoded",
      { Role: role("Vendor", encodeURIComponent(JSON.stringify(trust({ AWS: VENDOR })))) },
      found,
    ],
    ["an account", { UserDetailList: [], RoleDetailList: [vendors], Policies: [] }, found],
    [
      "several pages",
      [{ Roles: [vendors] }, { Roles: [role("Other", trust({ AWS: "999988887777" }))] }],
      [...found, "Other 999988887777 own ok"],
    ],
    [
      "roles of several accounts that share a name",
      { Roles: [vendors, role("Vendor", trust({ AWS: VENDOR }), "123456789012")] },
      [...found, `arn:aws:iam::123456789012:role/Vendor ${VENDOR} undeclared finding`],
    ],
  ])("%s", (_, answer, expected) => {
    expect(grants(report(answer))).toEqual(expected);
  });

  test("each role by the account in its own ARN", () => {
    const answer = {
      Roles: [role("A", trust({ AWS: "999988887777" })), role("B", trust({ AWS: "999988887777" }), "123456789012")],
    };
    expect(report(answer).grants.map(({ callers }) => callers[0]?.class)).toEqual(["own", "undeclared"]);
  });

  test("a bare unique id as one of a deleted principal, but one that somebody typed as nobody knows whose", () => {
    const policy = trust({ AWS: "AROAABCDEFGHIJKLMNOPQ" });
    expect(report({ Role: role("R", policy) }).findings.map(({ rule }) => rule)).toEqual(["dead-grant"]);
    expect(report(policy).unknowns.map(({ rule }) => rule)).toEqual(["external-id-required"]);
  });

  test("at the principal's own characters, also where they are percent-encoded", () => {
    const encoded = encodeURIComponent(JSON.stringify(trust({ AWS: ["é", VENDOR] })));
    const answer = JSON.stringify({ Role: role("R", encoded) });
    const written = encodeURIComponent(JSON.stringify(VENDOR));
    const column = answer.indexOf(written) + 1;
    const { findings } = check({ files: [{ path: "roles.json", content: answer }] });
    const finding = findings.find(({ rule }) => rule === "external-id-required");
    expect(finding).toMatchObject({ line: 1, column, endLine: 1, endColumn: column + written.length });
  });

  test("no role that AWS writes itself, and says so", () => {
    const linked = role("AWSServiceRoleForX", trust({ AWS: VENDOR }), "999988887777", "/aws-service-role/x/");
    const { grants: none, notes } = report({ Roles: [linked] });
    expect(none).toEqual([]);
    expect(notes.map(({ message }) => message)).toEqual([expect.stringMatching(/service-linked roles are not judged/)]);
  });

  test.each<[string, Json]>([
    ["of the AWS CLI", { Roles: [vendors], NextToken: "x" }],
    ["of IAM", { Roles: [vendors], IsTruncated: true, Marker: "x" }],
    [
      "as the last of several",
      [
        { Roles: [vendors], IsTruncated: true },
        { Roles: [vendors], IsTruncated: true },
      ],
    ],
  ])("a part %s, and says that it is one", (_, answer) => {
    expect(report(answer).notes.map(({ message }) => message)).toEqual([expect.stringMatching(/^this is a part/)]);
  });

  test("nothing as cut short that goes on", () => {
    expect(
      report([
        { Roles: [vendors], IsTruncated: true },
        { Roles: [], IsTruncated: false },
      ]).notes,
    ).toEqual([]);
  });

  test("what a tool fills in as not known", () => {
    const { findings, unknowns } = report(trust({ AWS: `arn:aws:iam::\${vendor_account}:root` }));
    expect(findings).toEqual([]);
    expect(unknowns).toMatchObject([{ reason: "macro", callers: [{ account: `\${vendor_account}` }] }]);
  });

  test("a policy that another file of the run reads as that one's, and once", () => {
    const policy = JSON.stringify(trust({ AWS: VENDOR }));
    const tf = 'resource "aws_iam_role" "r" { assume_role_policy = file("trust.json") }';
    const files = [
      { path: "trust.json", content: policy },
      { path: "main.tf", content: tf },
      { path: "other.json", content: policy },
    ];
    expect(
      check({ files })
        .grants.map(({ file, resource }) => `${file} ${resource.id}`)
        .sort(),
    ).toEqual(["other.json other", "trust.json aws_iam_role.r"]);
  });
});

describe("on the command line", () => {
  const files = {
    "/home/me/trust.json": JSON.stringify(trust({ AWS: VENDOR })),
    "/home/me/lambda.json": JSON.stringify(trust({ Service: "lambda.amazonaws.com" })),
    "/home/me/permissions.json": JSON.stringify(statement({ Action: "s3:*", Resource: "arn:aws:s3:::b/*" })),
    "/home/me/broken.json": '{ "Statement": [ sts:AssumeRole',
    "/home/me/bank.json": '{ "Statement": { "Balance": 1 } }',
  };

  test("a folder is walked for trust policies, and other statements are none of ours", () => {
    expect(findingsOf(".", { files })).toEqual(["trust.json external-id-required"]);
    expect(unconfused(". --fail-on never", { files }).status).toBe(0);
  });

  test("what IAM answers is read from a pipe", () => {
    const stdin = JSON.stringify({ Roles: [vendors] });
    expect(findingsOf("-", { files: {}, stdin })).toEqual(["stdin external-id-required"]);
  });
});
