// Whole policies in which policy variables decide who gets in: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html

import { describe, expect, test } from "vitest";
import type { Json } from "../../src/text/document.ts";
import { reportOn, summary } from "../oracle/reported.ts";
import { CONFIG, statement, VENDOR, verdict } from "./judged.ts";

const OPEN = "external-id-required@444455556666";
const VENDORS_ROLE = "arn:aws:iam::444455556666:role/Vendor";
/** What the rules say of a policy of which not every request could be tried. */
const UNTRIED = [
  "?account-scoped-principal@",
  "?external-id-required@",
  "?public-trust@",
  "?undeclared-account@",
] as const;

describe("a policy variable for the caller's own account leaves every account in", () => {
  test.each(["StringEquals", "StringEqualsIgnoreCase", "StringLike", "ArnEquals", "ArnLike"])("%s", (operator) => {
    const condition = { [operator]: { "aws:PrincipalArn": "arn:aws:iam::${aws:PrincipalAccount}:role/Vendor" } };
    expect(verdict([statement("Allow", "*", condition)])).toEqual(["public-trust@*"]);
  });

  test("alone too", () => {
    const condition = { StringEquals: { "aws:PrincipalAccount": "${aws:PrincipalAccount}" } };
    expect(verdict([statement("Allow", "*", condition)])).toEqual(["public-trust@*"]);
  });
});

test.each<[string, Json]>([
  [
    "in the name of a role",
    { StringEquals: { "aws:PrincipalArn": "arn:aws:iam::444455556666:role/${aws:PrincipalAccount}" } },
  ],
  ["within the name", { StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/v-${aws:PrincipalAccount}-*" } }],
  ["twice", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::${aws:PrincipalAccount}:role/${aws:PrincipalAccount}" } }],
])("whom the caller's account %s leaves in is not worked out, and nothing passes for it", (_, condition) => {
  expect(verdict([statement("Allow", VENDOR, condition)])).toEqual([...UNTRIED]);
});

describe("the default of a variable", () => {
  test.each<[string, Json]>([
    [
      "lets the caller in whom it names, where the key cannot be sent",
      { StringEquals: { "aws:PrincipalArn": `\${aws:RequestTag/arn, '${VENDORS_ROLE}'}` } },
    ],
    [
      "counts where no caller has the key",
      { StringEquals: { "aws:PrincipalAccount": "${aws:SourceAccount, '444455556666'}" } },
    ],
    [
      "is not what the variable stands for before that is decided",
      {
        StringEquals: { "sts:RoleSessionName": "${aws:PrincipalTag/a}${aws:PrincipalTag/b, 'x'}" },
        StringLike: { "sts:RoleSessionName": "foobar", "aws:PrincipalTag/a": "f*", "aws:PrincipalTag/b": "b*" },
      },
    ],
    [
      "is compared with what another stands for",
      {
        StringEquals: { "sts:RoleSessionName": "${aws:PrincipalTag/a, 'foo'}" },
        StringLike: { "sts:RoleSessionName": "${aws:PrincipalTag/b}" },
        Null: { "aws:PrincipalTag/a": "true" },
      },
    ],
  ])("%s", (_, condition) => {
    expect(verdict([statement("Allow", VENDOR, condition, "sts:AssumeRole")])).toEqual([OPEN]);
  });
});

describe("two variables that one key is compared with", () => {
  const SESSION = "sts:RoleSessionName";
  const tag = (name: string) => `\${aws:PrincipalTag/${name}}`;

  test("may have one value", () => {
    const condition = { StringEquals: { [SESSION]: tag("b") }, StringLike: { [SESSION]: tag("c") } };
    expect(verdict([statement("Allow", VENDOR, condition)])).toEqual([OPEN]);
  });

  test.each<[string, Json]>([
    [
      "where the second is held by a condition",
      { StringEquals: { [SESSION]: tag("b"), "aws:PrincipalTag/c": "foo" }, StringLike: { [SESSION]: tag("c") } },
    ],
    [
      "where both follow from the caller",
      { StringEquals: { [SESSION]: "${aws:username}" }, StringLike: { [SESSION]: "${aws:PrincipalType}" } },
    ],
    [
      "where they are one, behind different beginnings",
      { StringEquals: { [SESSION]: `x${tag("a")}` }, StringLike: { [SESSION]: `${tag("a")}x` } },
    ],
  ])("are not worked out %s, and nothing passes for it", (_, condition) => {
    expect(verdict([statement("Allow", VENDOR, condition)])).toEqual([...UNTRIED]);
  });
});

test("a caller's ARN in a tag that is held by another tag is not worked out, and nothing passes for it", () => {
  const condition = {
    StringEquals: { "aws:PrincipalArn": "${aws:RequestTag/arn}" },
    StringLike: {
      "aws:RequestTag/arn": "arn:aws:iam::444455556666:role/${aws:PrincipalTag/role}",
      "aws:PrincipalTag/role": "b*",
    },
  };
  expect(verdict([statement("Allow", VENDOR, condition)])).toEqual([...UNTRIED]);
});

test.each(["${aws:TagKeys}", "${aws:PrincipalOrgPaths}"])("%s may have several values, and is no variable", (name) => {
  const condition = { StringEquals: { "sts:RoleSessionName": name } };
  expect(verdict([statement("Allow", VENDOR, condition)])).toEqual([`?${OPEN}`]);
});

describe("what a policy variable stands for is told apart by what the key that it is compared with may hold", () => {
  test("a user's name has to be long enough for the name of a session", () => {
    const condition = {
      StringLike: { "aws:PrincipalAccount": "44445555????" },
      StringEquals: { "sts:RoleSessionName": "${aws:username}" },
    };
    expect(verdict([statement("Allow", "*", condition)])).toEqual(["public-trust@*"]);
  });
});

test("a text with a policy variable names no role where the policy's version knows no variables", () => {
  const condition = { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::444455556666:role/${aws:PrincipalTag/team}" } };
  const policy = { Version: "2008-10-17", Statement: [statement("Allow", "*", condition)] };
  expect(summary(reportOn(policy, CONFIG))).toEqual([]);
});

describe("a policy whose version deployment decides", () => {
  const verdictOf = (value: string) => {
    const allow = statement("Allow", VENDOR, { StringEquals: { "sts:ExternalId": value } });
    return summary(reportOn({ Version: { Ref: "Version" }, Statement: [allow] }, CONFIG, { Version: {} }));
  };

  test("may know variables or not", () => {
    expect(verdictOf("${aws:username}")).toEqual(["?external-id-required@444455556666"]);
  });

  test("says the same of a text without any", () => {
    expect(verdictOf("abc-123")).toEqual([]);
  });
});

test("what is not worked out is not told as too much", () => {
  const condition = { StringEquals: { "aws:PrincipalArn": "arn:aws:iam::444455556666:user/${aws:username}" } };
  const { unknowns } = reportOn({ Version: "2012-10-17", Statement: [statement("Allow", "*", condition)] }, CONFIG);
  const sources = new Set(unknowns.map(({ source }) => source));
  expect([...sources]).toEqual(["policy variables or operators that are not worked out together"]);
});
