// Whole policies whose verdict the brute force once found wrong, or that stand for a class of them.

import { describe, expect, test } from "vitest";
import type { ExampleParameter } from "../../../src/rules/rule.ts";
import type { Json } from "../../../src/text/document.ts";
import { reportOn, summary } from "../../oracle/reported.ts";
import { CONFIG, statement, VENDOR, verdict } from "../judged.ts";

describe("what not everybody can bring leaves it open whether everybody gets in", () => {
  const opening = (condition: Json) => verdict([statement("Allow", "*", condition)]);

  test.each<[string, Json]>([
    ["a network", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }],
    ["an endpoint", { StringEquals: { "aws:SourceVpce": "vpce-1" } }],
    ["an endpoint of an organization", { "ForAnyValue:StringLike": { "aws:VpceOrgPaths": "o-ours123456/*" } }],
    ["a network of an account", { ArnLike: { "aws:SourceVpcArn": "arn:aws:ec2:*:999988887777:vpc/*" } }],
    ["a machine of an account", { ArnLike: { "ec2:SourceInstanceArn": "arn:aws:ec2:*:999988887777:instance/*" } }],
    ["addresses by how they begin", { StringLike: { "aws:SourceIp": "10.0.*" } }],
    ["a window of time", { DateLessThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" } }],
    ["a key that we do not know", { StringEquals: { "example:Key": "x" } }],
    ["a tag of the role", { StringEquals: { "aws:ResourceTag/team": "x" } }],
    ["a unique id", { StringLike: { "aws:userid": "AROAABCDEFGHIJKLMNOPQ:*" } }],
  ])("%s", (_, condition) => {
    expect(opening(condition)).toEqual(["?public-trust@*"]);
  });

  test.each<[string, Json]>([
    ["every network", { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }],
    ["any network but one", { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } }],
    ["an endpoint, whosever", { StringLike: { "aws:SourceVpce": "vpce-*" } }],
    ["a VPC, whosever", { ArnLike: { "aws:SourceVpcArn": "arn:aws:ec2:*:*:vpc/*" } }],
    ["some VPC", { Null: { "aws:SourceVpc": "false" } }],
    ["all time from some day on", { DateGreaterThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } }],
    ["a tag of his own", { StringEquals: { "aws:PrincipalTag/team": "x" } }],
    [
      "less than a number in which one is lost",
      { NumericLessThan: { "aws:MultiFactorAuthAge": "99999999999999999999" } },
    ],
    ["more than one of 23 digits", { NumericGreaterThan: { "aws:RequestTag/size": "99999999999999999999999" } }],
    ["less than a millionth", { NumericLessThan: { "aws:RequestTag/size": "0.0000001" } }],
    [
      "between two small numbers",
      {
        NumericLessThan: { "aws:RequestTag/size": "0.0000002" },
        NumericGreaterThan: { "aws:RequestTag/size": "0.0000001" },
      },
    ],
    ["before a time that no clock shows", { DateLessThan: { "aws:EpochTime": "99999999999999999" } }],
  ])("but not %s", (_, condition) => {
    expect(opening(condition)).toEqual(["public-trust@*"]);
  });
});

test.each<[string, Json, Json]>([
  [
    "a tag of the role",
    { StringEquals: { "aws:ResourceTag/team": "x" } },
    { StringNotEquals: { "aws:ResourceTag/team": "x" } },
  ],
  [
    "a network",
    { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
    { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
  ],
  ["a key that we do not know", { StringEquals: { "example:Key": "x" } }, { StringNotEquals: { "example:Key": "x" } }],
])(
  "%s in one Allow is nothing to a request that another lets in, but a Deny makes it count",
  (_, condition, denial) => {
    const open = [statement("Allow", "*", condition), statement("Allow", "*")];
    expect(verdict(open)).toContain("public-trust@*");
    expect(verdict([...open, statement("Deny", "*", denial)])).not.toContain("public-trust@*");
  },
);

test("an account may be in some organization where a list of organizations is empty", () => {
  const denial = statement("Deny", "*", { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": [] } });
  expect(verdict([statement("Allow", VENDOR), denial])).toEqual(["external-id-required@444455556666"]);
});

describe("session tags and a source identity", () => {
  const tagged = (actions: Json, ...more: Json[]) =>
    verdict([
      {
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: actions,
        Condition: { StringLike: { "aws:RequestTag/team": "*", "sts:SourceIdentity": "*" } },
      },
      ...more,
    ]);
  const both = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"];

  test.each<[string, Json, Json[], string[]]>([
    ["are sent where both are allowed", both, [], ["public-trust@*"]],
    ["are not where one is not", ["sts:AssumeRole", "sts:TagSession"], [], []],
    [
      "are not where one is denied",
      both,
      [{ Effect: "Deny", Principal: { AWS: "*" }, Action: "sts:SetSourceIdentity" }],
      [],
    ],
    [
      "may be allowed by another statement",
      "sts:AssumeRole",
      [{ Effect: "Allow", Principal: { AWS: "*" }, Action: ["sts:TagSession", "sts:SetSourceIdentity"] }],
      ["public-trust@*"],
    ],
  ])("%s", (_, actions, more, expected) => {
    expect(tagged(actions, ...more)).toEqual(expected);
  });
});

describe("a deploy-time value under an operator of another kind than text", () => {
  test.each<[string, Json]>([
    ["a number", { NumericLessThan: { "aws:MultiFactorAuthAge": { Ref: "Value" } } }],
    ["a truth", { Bool: { "aws:SecureTransport": { Ref: "Value" } } }],
    ["a presence", { Null: { "sts:ExternalId": { Ref: "Value" } } }],
  ])("leaves it open: %s", (_, condition) => {
    expect(verdict([statement("Allow", VENDOR, condition)])).toEqual(["?external-id-required@444455556666"]);
  });
});

test("a network that deployment decides is one that a named vendor calls from", () => {
  const condition = { IpAddress: { "aws:SourceIp": { Ref: "Network" } } };
  expect(verdict([statement("Allow", VENDOR, condition)])).toEqual(["external-id-required@444455556666"]);
});

describe("the own account without a number", () => {
  const scoped = (value: Json, key = "aws:PrincipalAccount") =>
    summary(
      reportOn(
        { Version: "2012-10-17", Statement: [statement("Allow", "*", { StringEquals: { [key]: value } })] },
        { vendors: [] },
      ),
    );

  test("is no stranger's", () => {
    expect(scoped({ Ref: "AWS::AccountId" })).toEqual([]);
  });

  test("is no other account's that the policy names", () => {
    const root = "arn:aws:iam::444455556666:root";
    const only = (condition: Json) =>
      summary(reportOn({ Version: "2012-10-17", Statement: [statement("Allow", root, condition)] }, { vendors: [] }));
    const roles = { "Fn::Sub": "arn:*:iam::${AWS::AccountId}:role/*" };
    expect(only({ StringEquals: { "aws:PrincipalAccount": { Ref: "AWS::AccountId" } } })).toEqual([]);
    expect(only({ ArnLike: { "aws:PrincipalArn": roles } })).toEqual([]);
    // Under an operator on texts the first wildcard may stand for a path that looks like an ARN.
    expect(only({ StringLike: { "aws:PrincipalArn": roles } })).toEqual(["external-id-required@444455556666"]);
  });

  test("is none that the policy names", () => {
    expect(scoped(["444455556666", { Ref: "AWS::AccountId" }])).toEqual(["external-id-required@444455556666"]);
  });
});

describe("a session's ARN leaves out the path of its role", () => {
  const session = "arn:aws:sts::444455556666:assumed-role/Vendor/alice";

  test("so that a Deny of the role without a path leaves those with one in", () => {
    const denial = statement("Deny", "arn:aws:iam::444455556666:role/Vendor");
    expect(verdict([statement("Allow", session), denial])).toEqual(["external-id-required@444455556666"]);
  });

  test.each([
    ["before", (allow: Json, denial: Json) => [denial, allow]],
    ["after", (allow: Json, denial: Json) => [allow, denial]],
  ])("so that a Deny of one session %s the Allow of its role leaves the others in", (_, ordered) => {
    const role = statement("Allow", "arn:aws:iam::444455556666:role/Vendor");
    expect(verdict(ordered(role, statement("Deny", session)))).toEqual(["external-id-required@444455556666"]);
  });

  test("and a Deny of all of them does not", () => {
    const denial = statement("Deny", "*", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::444455556666:role/*" } });
    expect(verdict([statement("Allow", session), denial])).toEqual([]);
  });
});

describe("an account that deployment decides may be one that the policy names", () => {
  const scoped = (operator: string, pattern: string) =>
    verdict([statement("Allow", VENDOR, { [operator]: { "aws:PrincipalArn": { "Fn::Sub": pattern } } })], {
      Account: { allowedPattern: "^[0-9]{12}$" },
    });

  test.each([
    ["StringLike", "arn:aws:iam::${Account}:*"],
    ["ArnLike", "arn:aws:iam::${Account}:role/*"],
  ])("within a pattern too: %s %s", (operator, pattern) => {
    expect(scoped(operator, pattern)).toContain("?external-id-required@444455556666");
  });
});

describe("a value that deployment supplies to StringLike", () => {
  const id = (form: ExampleParameter) =>
    verdict([statement("Allow", VENDOR, { StringLike: { "sts:ExternalId": { Ref: "Id" } } })], { Id: form });

  test.each([
    ["anything", {}],
    ["eight characters or more", { allowedPattern: ".{8,}" }],
    ["a prefix and anything", { allowedPattern: "^acme-.{4,}$" }],
  ])("may be a wildcard where its pattern admits one: %s", (_, form) => {
    expect(id(form)).toEqual(["?external-id-required@444455556666"]);
  });

  test("may be a wildcard behind what is spelled out", () => {
    const condition = { StringLike: { "sts:ExternalId": { "Fn::Sub": "acme-${Id}" } } };
    expect(verdict([statement("Allow", VENDOR, condition)])).toEqual(["?external-id-required@444455556666"]);
    expect(verdict([statement("Allow", VENDOR, condition)], { Id: { allowedPattern: "^[a-z0-9]{8,}$" } })).toEqual([]);
  });

  test("is an id where its pattern admits none", () => {
    expect(id({ allowedPattern: "^[a-zA-Z0-9-]{8,}$" })).toEqual([]);
  });
});

describe("a principal of which deployment decides whether it is a role, a user or the root", () => {
  const someone = { "Fn::Sub": "arn:aws:iam::444455556666:${Who}" };
  const denied = (condition: Json) => verdict([statement("Allow", someone), statement("Deny", "*", condition)]);

  test.each<[string, Json, string[]]>([
    ["may be a user", { StringEquals: { "aws:PrincipalType": "AssumedRole" } }, ["external-id-required@444455556666"]],
    ["may be a role", { StringEquals: { "aws:PrincipalType": "User" } }, ["external-id-required@444455556666"]],
    [
      "may be anyone in the account",
      { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::444455556666:role/reader" } },
      ["?external-id-required@444455556666"],
    ],
    ["is nobody without the external ID", { StringNotEquals: { "sts:ExternalId": "abc-123" } }, []],
  ])("%s", (_, condition, expected) => {
    expect(denied(condition)).toEqual(expected);
  });
});

test.each([
  ["a role by its beginning is no user", "arn:aws:iam::444455556666:role${Path}name", "AssumedRole"],
  ["a user by its beginning is no role", "arn:aws:iam::444455556666:user/${Path}/name", "User"],
])("%s", (_, principal, type) => {
  const denial = statement("Deny", "*", { StringEquals: { "aws:PrincipalType": type } });
  expect(verdict([statement("Allow", { "Fn::Sub": principal }), denial])).toEqual([]);
});

test("a session that deployment decides is one of the account's", () => {
  const policy = [statement("Allow", { "Fn::Sub": "arn:aws:sts::444455556666:${Session}" })];
  expect(verdict(policy)).toEqual(["external-id-required@444455556666"]);
  const { findings } = reportOn({ Version: "2012-10-17", Statement: policy }, CONFIG);
  expect(findings.map(({ rule }) => rule)).not.toContain("invalid-policy");
});

describe("a policy that would take too long says so, and is neither passed nor found at fault for it", () => {
  const scrambled = Array.from(
    { length: 8 },
    (_, index) => `*${[..."abcdefghijkl"].toSpliced(0, 0, ..."lkjihgfe".slice(index)).join("*")}*`,
  );
  test.each<[string, Json[]]>([
    ["patterns on an id", [statement("Allow", VENDOR, { StringLike: { "sts:ExternalId": scrambled } })]],
    ["patterns on callers", [statement("Allow", "*", { StringLike: { "aws:PrincipalArn": scrambled } })]],
    [
      "many ids",
      [
        statement("Allow", VENDOR, {
          StringEquals: { "sts:ExternalId": Array.from({ length: 5000 }, (_, index) => `id-${index}`) },
        }),
      ],
    ],
  ])("%s", (_, statements) => {
    const { unknowns } = reportOn({ Version: "2012-10-17", Statement: statements }, CONFIG, {});
    expect(unknowns.map(({ rule, reason }) => `${rule} ${reason}`)).toContain("external-id-required budget");
  });
});

test("thousands of principals are each decided", () => {
  const accounts = Array.from({ length: 3000 }, (_, index) => String(111100000000 + index));
  const { grants, unknowns } = reportOn({ Version: "2012-10-17", Statement: [statement("Allow", accounts)] }, CONFIG);
  expect(unknowns).toEqual([]);
  expect(grants.map(({ principal, rules }) => `${principal} ${rules.join()}`)).toEqual(
    accounts.map((account) => `${account} external-id-required`),
  );
});

test("a key that we do not know may have several values where it is asked as if it had", () => {
  const condition = { "ForAnyValue:StringEquals": { "ex:Keys": "a" }, "ForAnyValue:StringLike": { "ex:Keys": "b" } };
  expect(verdict([statement("Allow", VENDOR, condition)])).toEqual(["?external-id-required@444455556666"]);
});

test.each<[string, Json, string]>([
  ["true nor false", { Bool: ["true", "false"] }, "external-id-required@444455556666"],
  // What becomes of a value that is no number, AWS does not say.
  ["less nor more", { NumericLessThan: "5", NumericGreaterThanEquals: "5" }, "?external-id-required@444455556666"],
  [
    "before nor after",
    { DateLessThan: "2030-01-01", DateGreaterThanEquals: "2030-01-01" },
    "?external-id-required@444455556666",
  ],
  ["inside nor outside", { IpAddress: "10.0.0.0/8", NotIpAddress: "10.0.0.0/8" }, "?external-id-required@444455556666"],
])("a tag may be neither %s", (_, operators, line) => {
  const denials = Object.entries(operators as Readonly<Record<string, Json>>).map(([operator, value]) =>
    statement("Deny", "*", { [operator]: { "aws:PrincipalTag/size": value } }),
  );
  const allow = statement("Allow", VENDOR, { Null: { "aws:PrincipalTag/size": "false" } });
  expect(verdict([allow, ...denials])).toEqual([line]);
});

test("a value that is no number is no doubt where numbers decide", () => {
  const key = "aws:RequestTag/level";
  const dead = { NumericEquals: { [key]: "10" }, NumericLessThan: { [key]: "10" } };
  expect(verdict([statement("Allow", VENDOR, dead)])).toEqual(["?external-id-required@444455556666"]);
  const open = { NumericEquals: { [key]: "10" }, NumericLessThan: { [key]: "11" } };
  expect(verdict([statement("Allow", VENDOR, open)])).toEqual(["external-id-required@444455556666"]);
  expect(verdict([statement("Allow", VENDOR), statement("Deny", "*", dead)])).toEqual([
    "external-id-required@444455556666",
  ]);
});

describe("blocks that hold every address are no network", () => {
  const from = (operator: string, ...blocks: string[]): Json => ({ [operator]: { "aws:SourceIp": blocks } });
  test.each<[string, Json[], string]>([
    ["two halves", [statement("Allow", "*", from("IpAddress", "0.0.0.0/1", "128.0.0.0/1"))], "public-trust@*"],
    ["two halves of version 6", [statement("Allow", "*", from("IpAddress", "::/1", "8000::/1"))], "public-trust@*"],
    ["a half", [statement("Allow", "*", from("IpAddress", "0.0.0.0/1"))], "?public-trust@*"],
    [
      "halves of two versions",
      [statement("Allow", "*", from("IpAddress", "0.0.0.0/1", "8000::/1"))],
      "?public-trust@*",
    ],
    [
      "under a Deny of all others",
      [statement("Allow", "*"), statement("Deny", "*", from("NotIpAddress", "0.0.0.0/1", "128.0.0.0/1"))],
      "public-trust@*",
    ],
    [
      "less some that a Deny takes away",
      [
        statement("Allow", "*", from("IpAddress", "0.0.0.0/1", "128.0.0.0/1")),
        statement("Deny", "*", from("IpAddress", "10.0.0.0/8")),
      ],
      "public-trust@*",
    ],
    [
      "under two Denies that leave no address",
      [
        statement("Allow", "*", { Null: { "aws:SourceIp": "false" } }),
        statement("Deny", "*", from("NotIpAddress", "0.0.0.0/1")),
        statement("Deny", "*", from("NotIpAddress", "128.0.0.0/1")),
      ],
      "",
    ],
  ])("%s", (_, statements, line) => {
    expect(verdict(statements)).toEqual(line === "" ? [] : [line]);
  });
});

test("an id compared as a number may be spelled otherwise, and nothing passes for it", () => {
  const condition = { NumericEquals: { "sts:ExternalId": "12345" } };
  expect(verdict([statement("Allow", VENDOR, condition)])).toEqual(["?external-id-required@444455556666"]);
});

test("an id that another statement lists whatever its case is not the one that a pattern lets in", () => {
  const pattern = statement("Allow", VENDOR, { StringLike: { "sts:ExternalId": "ab?" } });
  const listed = statement("Allow", "999988887777", { StringEqualsIgnoreCase: { "sts:ExternalId": "ABC" } });
  expect(verdict([pattern, listed])).toEqual(["external-id-required@444455556666"]);
});

test("numbers do not tell accounts apart, so that nothing passes for them", () => {
  const condition = { NumericLessThan: { "aws:PrincipalAccount": "100000000000" } };
  expect(verdict([statement("Allow", "*", condition)])).toContain("?public-trust@");
});

test.each([
  ["aws:MultiFactorAuthPresent", /^true$/],
  ["aws:MultiFactorAuthAge", /^\d+$/],
])("a request that has %s has it as AWS sends it", (key, shape) => {
  const allow = statement("Allow", "*", { Null: { [key]: "false" } });
  const { findings } = reportOn({ Version: "2012-10-17", Statement: [allow] }, CONFIG);
  const [finding] = findings.filter(({ rule }) => rule === "public-trust");
  expect(finding?.witness?.context[key]).toMatch(shape);
});

test("every age of an authentication is a number, so that two Denies may leave none", () => {
  const age = (operator: string) => statement("Deny", "*", { [operator]: { "aws:MultiFactorAuthAge": "3600" } });
  const dated = statement("Allow", VENDOR, { Null: { "aws:MultiFactorAuthAge": "false" } });
  expect(verdict([dated, age("NumericLessThanEquals"), age("NumericGreaterThan")])).toEqual([]);
});
