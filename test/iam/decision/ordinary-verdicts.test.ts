// Ordinary policies with more values than can be tried in every combination: each is closed, and one change opens it.

import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/text/document.ts";
import { statement, VENDOR, verdict } from "../judged.ts";

const OPEN = "external-id-required@444455556666";
const ID = { "sts:ExternalId": "acme-4711" };
const TAGS = ["team", "project", "cost", "env", "owner", "stage", "unit", "role"];
const SIX = ["Admin", "Dev", "Ops", "Read", "Billing", "Audit"];

const sso = SIX.map((name) => `arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_${name}_*`);
const apps = SIX.map((_, index) => `arn:aws:iam::*:role/*-app${index + 1}-*`);
const units = Array.from({ length: 12 }, (_, index) => `o-a1b2c3d4e5/*/ou-ab12-${11111111 + index}/*`);
const allow = (principal: Json, condition: Json) => statement("Allow", principal, condition);
const deny = (condition: Json) => statement("Deny", "*", condition);

describe("a policy with many values is decided", () => {
  test.each<[string, readonly Json[], readonly Json[]]>([
    [
      "six roles of SSO on any account",
      [allow(VENDOR, { ArnLike: { "aws:PrincipalArn": sso }, StringEquals: ID })],
      [allow(VENDOR, { ArnLike: { "aws:PrincipalArn": sso } })],
    ],
    [
      "six roles by a part of their names",
      [allow(VENDOR, { StringEquals: ID }), deny({ StringNotLike: { "aws:PrincipalArn": apps } })],
      [allow(VENDOR, { StringLike: { "aws:PrincipalArn": apps } })],
    ],
    [
      "eight tags of the caller",
      [allow(VENDOR, { StringEquals: { ...ID, ...tagged("aws:PrincipalTag", () => "x") } })],
      [allow(VENDOR, { StringEquals: tagged("aws:PrincipalTag", () => "x") })],
    ],
    [
      "eight tags of the session that are the caller's",
      [allow(VENDOR, { StringEquals: { ...ID, ...tagged("aws:RequestTag", (tag) => `\${aws:PrincipalTag/${tag}}`) } })],
      [allow(VENDOR, { StringEquals: tagged("aws:RequestTag", (tag) => `\${aws:PrincipalTag/${tag}}`) })],
    ],
    [
      "eight tags, each by a Deny of its own",
      [
        allow(VENDOR, { StringEquals: ID }),
        ...TAGS.map((tag) => deny({ StringNotEquals: { [`aws:PrincipalTag/${tag}`]: ["x", "y"] } })),
      ],
      [allow(VENDOR, {}), ...TAGS.map((tag) => deny({ StringNotEquals: { [`aws:PrincipalTag/${tag}`]: ["x", "y"] } }))],
    ],
    [
      "eight tags, where they are there",
      [allow(VENDOR, { StringEquals: ID, StringEqualsIfExists: tagged("aws:PrincipalTag", () => ["x", "y", "z"]) })],
      [allow(VENDOR, { StringEqualsIfExists: { ...ID, ...tagged("aws:PrincipalTag", () => ["x", "y", "z"]) } })],
    ],
    [
      "eight keys of tags",
      [allow(VENDOR, { StringEquals: ID, "ForAllValues:StringEquals": { "aws:TagKeys": TAGS } })],
      [allow(VENDOR, { "ForAllValues:StringEquals": { "aws:TagKeys": TAGS } })],
    ],
  ])("%s", (_, closed, opened) => {
    expect(verdict(closed)).toEqual([]);
    expect(verdict(opened)).toEqual([OPEN]);
  });

  test("twelve paths of an organization: whose it is, nobody has said", () => {
    const inUnits = { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": units } };
    expect(verdict([allow("*", inUnits)])).toEqual(["?public-trust@*"]);
    expect(verdict([allow("*", inUnits), deny(inUnits)])).toEqual([]);
  });
});

describe("what is not worked out for one caller", () => {
  // Two conditions on one key by two kinds of operators are not worked out together.
  const open = { StringEquals: { "aws:PrincipalTag/size": "1" }, NumericLessThan: { "aws:PrincipalTag/size": "1" } };

  test("is no doubt of another", () => {
    expect(verdict([allow("111122223333", { ...open }), allow(VENDOR, { StringEquals: ID })])).toEqual([
      "?external-id-required@111122223333",
      "?undeclared-account@111122223333",
    ]);
    expect(verdict([allow("999988887777", open), allow(VENDOR, { StringEquals: ID })])).toEqual([]);
  });

  test("is no doubt where the rule has a finding on the grant", () => {
    expect(verdict([allow(VENDOR, {}), deny(open)])).toEqual([OPEN]);
  });
});

function tagged(key: string, value: (tag: string) => Json): Readonly<Record<string, Json>> {
  return Object.fromEntries(TAGS.map((tag) => [`${key}/${tag}`, value(tag)]));
}
