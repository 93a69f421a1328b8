// Whole policies in which policy variables decide who gets in: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html

import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/text/document.ts";
import { reportOn, summary } from "../../oracle/reported.ts";
import { CONFIG, statement, VENDOR, verdict } from "../judged.ts";

const OPEN = "external-id-required@444455556666";
const VENDORS_ROLE = "arn:aws:iam::444455556666:role/Vendor";
/** What the rules say of a policy of which not every request could be tried. */
const UNTRIED = ["?external-id-required@", "?public-trust@", "?undeclared-account@"] as const;

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

describe("what a request brings for a variable decides who of the callers gets in", () => {
  const deny = (condition: Json) => statement("Deny", "*", condition);

  test.each<[string, Json, Json, string]>([
    [
      "in the name of a role",
      { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/${aws:PrincipalTag/team}" } },
      { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/red" } },
      "red",
    ],
    [
      "in the account of a role",
      { StringEquals: { "aws:PrincipalArn": "arn:aws:iam::${aws:PrincipalTag/team}:role/Vendor" } },
      { StringNotLike: { "aws:PrincipalArn": "arn:aws:iam::1212*" } },
      "1212*",
    ],
    [
      "behind the caller's account",
      { StringEquals: { "aws:PrincipalArn": "arn:aws:iam::${aws:PrincipalAccount}:role/x/${aws:PrincipalTag/team}" } },
      { StringNotLike: { "aws:PrincipalArn": "*:role/x/red" } },
      "red",
    ],
  ])("%s", (_, allowed, others, team) => {
    expect(verdict([statement("Allow", "*", allowed), deny(others)])).toEqual(["public-trust@*"]);
    const told = deny({ StringLike: { "aws:PrincipalTag/team": team } });
    expect(verdict([statement("Allow", "*", allowed), told])).toEqual(["public-trust@*"]);
    expect(verdict([statement("Allow", "*", allowed), deny(others), told])).toEqual([]);
  });

  test("only a name that the key can have", () => {
    const session = (text: string) => ({ ArnLike: { "aws:PrincipalArn": `arn:aws:iam::444455556666:role/${text}` } });
    const named = session("${sts:RoleSessionName}");
    const one = { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::444455556666:role/v" } };
    const two = { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::444455556666:role/vv" } };
    expect(verdict([statement("Allow", VENDOR, named), statement("Deny", "*", one)])).toEqual([]);
    expect(verdict([statement("Allow", VENDOR, named), statement("Deny", "*", two)])).toEqual([OPEN]);
  });

  test("also what it has where the request brings nothing", () => {
    const condition = { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/${aws:RequestTag/team, 'Vendor'}" } };
    const denied = { Null: { "aws:RequestTag/team": "false" } };
    const other = { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/Vendor" } };
    const like = { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/Vendor" } };
    const allow = statement("Allow", "*", condition);
    expect(verdict([allow, deny(denied), deny(other)])).toEqual(["public-trust@*"]);
    expect(verdict([allow, deny(denied), deny(like)])).toEqual([]);
  });

  test("a name that two conditions ask it for is not worked out", () => {
    const condition = {
      StringEquals: { "aws:PrincipalArn": "arn:aws:iam::444455556666:role/${aws:PrincipalTag/team}" },
      StringLike: { "aws:PrincipalAccount": "${aws:PrincipalTag/team}" },
    };
    expect(verdict([statement("Allow", VENDOR, condition)])).toEqual([...UNTRIED]);
  });
});

describe("a variable for a part of what it is compared with", () => {
  test.each<[string, Json]>([
    ["a user's name", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:user/${aws:username}" } }],
    ["an organization", { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "${aws:PrincipalOrgID}/*" } }],
  ])("%s", (_, condition) => {
    expect(verdict([statement("Allow", "*", condition)])).toEqual(["public-trust@*"]);
  });

  test("a user under a path is another", () => {
    const condition = { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:user/${aws:username}" } };
    const like = (text: string) =>
      statement("Deny", "*", { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::*:${text}` } });
    const unlike = (text: string) =>
      statement("Deny", "*", { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::*:${text}` } });
    expect(verdict([statement("Allow", "*", condition), unlike("user/*/*")])).toEqual([]);
    expect(verdict([statement("Allow", "*", condition), like("user/*/*")])).toEqual(["public-trust@*"]);
  });
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
    expect(verdict([statement("Allow", VENDOR, condition)])).toEqual([`?${OPEN}`]);
  });
});

test("a caller's ARN in a tag that is held by another tag is not worked out for all, and nothing passes for it", () => {
  const condition = {
    StringEquals: { "aws:PrincipalArn": "${aws:RequestTag/arn}" },
    StringLike: {
      "aws:RequestTag/arn": "arn:aws:iam::444455556666:role/${aws:PrincipalTag/role}",
      "aws:PrincipalTag/role": "b*",
    },
  };
  expect(verdict([statement("Allow", VENDOR, condition)])).toEqual(["?public-trust@", "?undeclared-account@", OPEN]);
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
  const name = "${aws:PrincipalTag/team}-${aws:PrincipalTag/level}";
  const condition = { StringEquals: { "aws:PrincipalArn": `arn:aws:iam::444455556666:user/${name}` } };
  const { unknowns } = reportOn({ Version: "2012-10-17", Statement: [statement("Allow", "*", condition)] }, CONFIG);
  const sources = new Set(unknowns.map(({ source }) => source));
  expect([...sources]).toEqual(["policy variables or operators that are not worked out together"]);
});
