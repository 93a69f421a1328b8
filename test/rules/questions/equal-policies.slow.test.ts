// Policies that are equal but for where they stand: decided once, and told each in its own place.

import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Report } from "../../../src/findings/report.ts";
import type { Json } from "../../../src/text/document.ts";
import { grouped } from "../../../src/text/grouped.ts";

const CONFIG = { accounts: { own: ["999988887777"] } };

function role(principal: Json, condition: Json = {}, more: Readonly<Record<string, Json>> = {}): Json {
  const Statement = [
    { Effect: "Allow", Principal: { AWS: principal }, Action: "sts:AssumeRole", Condition: condition },
  ];
  return {
    Type: "AWS::IAM::Role",
    Properties: { AssumeRolePolicyDocument: { Version: "2012-10-17", Statement } },
    ...more,
  };
}

function reportOf(Resources: Readonly<Record<string, Json>>, more: Readonly<Record<string, Json>> = {}): Report {
  const content = JSON.stringify({ AWSTemplateFormatVersion: "2010-09-09", ...more, Resources }, null, 1);
  return check({ files: [{ path: "roles.json", content }], config: CONFIG });
}

const ID = { StringEquals: { "sts:ExternalId": "acme-4711" } };
/** Takes some thousands of steps. */
const COSTLY = {
  StringLike: { "sts:ExternalId": ["*a??????b*", "*c??????d*"] },
  StringEquals: { "aws:PrincipalTag/a": "b" },
};

test("each has the findings that it has alone, at its own lines, and the grants", () => {
  const one = role(["111122223333", "arn:aws:iam::222233334444:role/app"]);
  const { findings, grants } = reportOf({ First: one, Second: role("111122223333", ID), Third: one });
  const of = (id: string) =>
    findings
      .filter(({ resource }) => resource.id === id)
      .map(({ rule, callers, message, witness }) => [rule, callers, message.replaceAll(id, "X"), witness]);
  expect(of("First").length).toBeGreaterThan(0);
  expect(of("Third")).toEqual(of("First"));
  expect(of("Second").map(([rule]) => rule)).not.toContain("external-id-required");
  const lines = findings.filter(({ rule }) => rule === "external-id-required").map(({ line }) => line);
  expect(new Set(lines).size).toBe(4);
  expect(grants).toHaveLength(5);
});

test("what one says of itself is not said of the others", () => {
  const single = role("111122223333", {}, { Metadata: { Unconfused: { tenancy: "single" } } });
  const { findings } = reportOf({ First: single, Second: role("111122223333"), Third: single });
  const required = findings.filter(({ rule }) => rule === "external-id-required");
  expect(required.map(({ resource }) => resource.id)).toEqual(["Second"]);
});

test("values of parameters that are held to different patterns are not equal", () => {
  const whole = role({ Ref: "Whole" }, ID);
  const open = (Whole: Json) => reportOf({ Role: whole }, { Parameters: { Whole } }).unknowns.map(({ rule }) => rule);
  expect(open({ Type: "String" })).toContain("public-trust");
  expect(open({ Type: "String", AllowedPattern: "^[0-9]{12}$" })).not.toContain("public-trust");
});

test("many that cost much take the steps of one", () => {
  const roles = (count: number, make: (index: number) => Json) =>
    reportOf(Object.fromEntries(Array.from({ length: count }, (_, index) => [`R${index}`, make(index)])));
  const short = (report: Report) => report.unknowns.filter(({ reason }) => reason === "budget").length;
  const distinct = (index: number) => role(`arn:aws:iam::111122223333:role/r${index}`, COSTLY);
  expect(short(roles(1, distinct))).toBe(0);
  expect(short(roles(120, distinct))).toBeGreaterThan(0);
  expect(short(roles(120, () => distinct(0)))).toBe(0);
});

test("of files under the same settings as well, and of no others", () => {
  const content = JSON.stringify({ AWSTemplateFormatVersion: "2010-09-09", Resources: { R: role("111122223333") } });
  const files = ["a/1.json", "a/2.json", "b/1.json"].map((path) => ({ path, content }));
  const config = { ...CONFIG, scopes: [{ files: ["b/**"], tenancy: "single" as const }] };
  const required = check({ files, config }).findings.filter(({ rule }) => rule === "external-id-required");
  expect(required.map(({ file }) => file)).toEqual(["a/1.json", "a/2.json"]);
});

test("parameters of one name that are held to different patterns in two files are not equal", () => {
  const file = (path: string, Whole: Json) => {
    const Resources = { R: role({ Ref: "Whole" }, ID) };
    const content = JSON.stringify({ AWSTemplateFormatVersion: "2010-09-09", Parameters: { Whole }, Resources });
    return { path, content };
  };
  const pattern = (AllowedPattern: string) => ({ Type: "String", AllowedPattern });
  // Both admit an ARN, and only one of them everybody.
  const files = [
    file("a.json", pattern("[*]|arn:.*")),
    file("b.json", pattern("arn:.*")),
    file("c.json", pattern("arn:.*")),
  ];
  const { unknowns } = check({ files, config: CONFIG });
  expect(unknowns.filter(({ rule }) => rule === "public-trust").map(({ file }) => file)).toEqual(["a.json"]);
});

test("files that declare a parameter alike take the steps of one", () => {
  const pattern = { Type: "String", AllowedPattern: "\\d{12}" };
  const Resources = { R: role({ Ref: "Vendor" }, COSTLY) };
  const template = { AWSTemplateFormatVersion: "2010-09-09", Parameters: { Vendor: pattern }, Resources };
  const content = JSON.stringify(template);
  const files = Array.from({ length: 120 }, (_, index) => ({ path: `${index}.json`, content }));
  const { unknowns, grants } = check({ files, config: CONFIG });
  expect(unknowns.filter(({ reason }) => reason === "budget")).toEqual([]);
  expect(grants).toHaveLength(120);
});

test("equal but for their accounts and ids they take the steps of one, and each is told with its own", () => {
  const numbers = Array.from({ length: 40 }, (_, index) => `${200_000_000_000 + index}`);
  const named = (account: string) =>
    role([account, `arn:aws:iam::${account}:role/x`], {
      StringNotEquals: { "sts:ExternalId": `id-${account.slice(-3)}` },
    });
  const { findings } = reportOf(Object.fromEntries(numbers.map((account) => [`R${account}`, named(account)])));
  const of = (id: string) =>
    findings.filter(({ resource, rule }) => resource.id === id && rule === "external-id-required");
  for (const account of numbers) {
    expect(of(`R${account}`).map(({ callers }) => callers[0]?.account)).toEqual([account, account]);
    expect(of(`R${account}`).map(({ witness }) => witness?.principal)).toEqual([
      `arn:aws:iam::${account}:role/anything`,
      `arn:aws:iam::${account}:role/x`,
    ]);
    expect(of(`R${account}`)[0]?.message).toContain(`account ${account} can assume`);
  }
});

test("equal policies of buckets, of which one keeps the public out, are not decided alike", () => {
  const bucket = (Block?: Json) => ({
    Type: "AWS::S3::Bucket",
    Properties: Block === undefined ? {} : { PublicAccessBlockConfiguration: Block },
  });
  const policy = (Bucket: string) => ({
    Type: "AWS::S3::BucketPolicy",
    Properties: {
      Bucket: { Ref: Bucket },
      PolicyDocument: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" }],
      },
    },
  });
  const off = {
    BlockPublicAcls: false,
    BlockPublicPolicy: false,
    IgnorePublicAcls: false,
    RestrictPublicBuckets: false,
  };
  const on = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true };
  const open = (Resources: Readonly<Record<string, Json>>) =>
    reportOf(Resources)
      .findings.filter(({ rule }) => rule === "public-resource")
      .map(({ resource }) => resource.id);
  const all = { A: bucket(off), B: bucket(on), PolicyOfA: policy("A"), PolicyOfB: policy("B") };
  expect(open(all)).toEqual(["PolicyOfA"]);
  expect(open({ ...all, PolicyOfA: policy("B"), PolicyOfB: policy("A") })).toEqual(["PolicyOfB"]);
});

test("why nobody can use a grant is told of each, also where it takes many steps to find who calls", () => {
  const dead = role("200000000019", { Null: { "aws:PrincipalAccount": "true" } });
  const messages = reportOf({ First: dead, Second: dead }).findings.map(({ message }) => message);
  expect(messages).toHaveLength(2);
  expect(messages[1]).toBe(messages[0]?.replace("First", "Second"));
  expect(messages[0]).toContain("no request of this principal meets Null aws:PrincipalAccount");
});

/** Takes more steps than a policy has for itself, and demands an id that somebody spells out. */
const LONG = {
  StringLike: { "sts:ExternalId": ["*a??????b*", "*c??????d*"] },
  StringEquals: { "sts:ExternalId": "xa471147bx" },
};

test("where the steps of all are spent, what was not tried of one is told of each that is equal to it", () => {
  const spending = Object.fromEntries(
    Array.from({ length: 120 }, (_, index) => [`R${index}`, role(`arn:aws:iam::111122223333:role/r${index}`, COSTLY)]),
  );
  const roles = { First: role("200000000019", LONG), Second: role("200000000027", LONG) };
  const verdicts = (report: Report) =>
    Object.keys(roles).map((id) => report.grants.find(({ resource }) => resource.id === id)?.verdict);
  expect(verdicts(reportOf(roles))).toEqual(["ok", "ok"]);
  const late = reportOf({ ...spending, ...roles });
  expect(verdicts(late)).toEqual(["unknown", "unknown"]);
  const told = (id: string) =>
    late.unknowns
      .filter(({ resource }) => resource.id === id)
      .map(({ rule, reason, callers }) => [rule, reason, callers]);
  expect(told("First").length).toBeGreaterThan(0);
  expect(told("Second")).toEqual(JSON.parse(JSON.stringify(told("First")).replaceAll("200000000019", "200000000027")));
});

test("an account that stands elsewhere for those that nobody names is of one policy alone", () => {
  // Of the second nobody else may be shown by the number that it names.
  const roles = Object.fromEntries(
    ["200000000019", "444455556666", "600000000006"].map((account) => [`R${account}`, role([account, "*"])]),
  );
  const ofRole = (report: Report, id: string) =>
    report.findings
      .filter(({ resource }) => resource.id === id)
      .map(({ rule, callers, witness }) => ({ rule, callers, witness }));
  for (const order of [Object.entries(roles), Object.entries(roles).reverse()]) {
    const together = reportOf(Object.fromEntries(order));
    for (const [id, one] of order) {
      expect(ofRole(together, id).length).toBeGreaterThan(0);
      expect(ofRole(together, id)).toEqual(ofRole(reportOf({ [id]: one }), id));
    }
  }
});

test("of more shapes than are remembered, each policy has what it has alone, whichever was met before", () => {
  const SHAPES = 1010;
  const conditions = [{}, ID, { StringLike: { "sts:ExternalId": "acme-*" } }] as const;
  // No two have an account in common; every third is closed, and tells others that are written like it.
  const one = (shape: number, account: number) => {
    const Statement = [
      {
        Effect: "Allow",
        Principal: { AWS: String(100_000_000_000 + account) },
        Action: ["sts:AssumeRole", `sts:Other${shape}`],
        Condition: conditions[shape % conditions.length] ?? {},
      },
    ];
    return { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: { Statement } } };
  };
  const asked = Array.from({ length: SHAPES }, (_, shape) => shape);
  // Again those that are forgotten by then, and those that are not.
  const order = [...asked, ...asked.slice(0, 40), ...asked.slice(-40)];
  const { findings, grants } = reportOf(
    Object.fromEntries(order.map((shape, index) => [`R${index}`, one(shape, index)])),
  );
  const told = grouped(findings, ({ resource }) => resource.id);
  const of = (id: string, from: readonly Report["findings"][number][]) =>
    from.map(({ rule, callers, message, witness }) => [rule, callers, message.replaceAll(id, "X"), witness]);
  expect(grants).toHaveLength(order.length);
  for (const [index, shape] of order.entries()) {
    const rules = (told.get(`R${index}`) ?? []).map(({ rule }) => rule);
    expect([index, rules]).toEqual([index, shape % 3 === 1 ? [] : ["external-id-required"]]);
    if (index < SHAPES ? index % 97 !== 0 : index % 5 !== 0) continue;
    const alone = reportOf({ Alone: one(shape, index) });
    expect(of(`R${index}`, told.get(`R${index}`) ?? [])).toEqual(of("Alone", alone.findings));
  }
});
