// The walk through all requests of a policy: what it visits, what it answers of each grant, and what it does when steps run out.

import { describe, expect, test } from "vitest";
import { eachTrial } from "../../../src/iam/decision/decide.ts";
import { grantsOf } from "../../../src/iam/decision/grants.ts";
import type { Trial } from "../../../src/iam/decision/trial.ts";
import { type Document, readDocument } from "../../../src/iam/language/document.ts";
import { budget } from "../../../src/iam/patterns/budget.ts";
import { callersOf } from "../../../src/iam/requests/callers.ts";
import type { Json } from "../../../src/text/document.ts";
import { isDoubt } from "../../../src/values/doubt.ts";
import { parseObject } from "../../../src/values/embedded.ts";
import { made } from "../../values/making.ts";

const OURS = {
  accounts: ["999988887777"],
  organizationAccounts: [],
  organizationIds: [],
  vendorAccounts: new Set<string>(),
};
const VENDOR = "arn:aws:iam::444455556666:root";

function documentOf(...Statement: Json[]): Document {
  const text = made(JSON.stringify({ Version: "2012-10-17", Statement }));
  return readDocument(text.kind === "text" ? parseObject(text) : text, "aws");
}

function statement(AWS: Json, Condition: Json = {}, more: Readonly<Record<string, Json>> = {}): Json {
  return { Effect: "Allow", Principal: { AWS }, Action: "sts:AssumeRole", Condition, ...more };
}

/** What is told of each request, which stands only while it is visited, within so many steps; and whether they are all. */
function walked<T>(document: Document, tell: (trial: Trial) => T, steps?: number, asked: readonly string[] = []) {
  const told: T[] = [];
  const keys = new Map(asked.map((key) => [key, []]));
  const unseen = eachTrial(document, OURS, { keys }, (trial) => told.push(tell(trial)), {
    steps: budget(steps),
    tries: "all",
  });
  return { told, complete: unseen.length === 0 };
}

/** Of each grant: does it let somebody in (yes), perhaps (open), or nobody (no)? */
function answers(...statements: Json[]): string[] {
  const document = documentOf(...statements);
  const { told } = walked(document, (trial) => trial.answers);
  return grantsOf(document).map((_, grant) => {
    const each = told.map((one) => one.get(grant) ?? false);
    if (each.includes(true)) return "yes";
    return each.some(isDoubt) ? "open" : "no";
  });
}

test.each<[about: string, statements: Json[], grants: string[]]>([
  ["each element of an Allow is one", [statement(["*", VENDOR])], ["*", VENDOR]],
  ["a Deny is none", [statement("*"), statement(VENDOR, {}, { Effect: "Deny" })], ["*"]],
  ["what may be an Allow is", [statement("*", {}, { Effect: "allow" })], ["*"]],
  ["NotPrincipal is one", [{ Effect: "Allow", NotPrincipal: { AWS: ["*", VENDOR] }, Action: "*" }], ["NotPrincipal"]],
  ["what is no statement is one", ["Allow"], ["Allow"]],
])("of the grants of a policy %s", (_, statements, grants) => {
  expect(grantsOf(documentOf(...statements)).map(({ written }) => written)).toEqual(grants);
});

describe("a grant", () => {
  const denied = (condition: Json = {}, more: Readonly<Record<string, Json>> = {}) =>
    statement("*", condition, { Effect: "Deny", ...more });

  test.each<[about: string, statements: Json[], expected: string[]]>([
    ["lets somebody in", [statement(VENDOR)], ["yes"]],
    ["of another action does not", [statement(VENDOR, {}, { Action: "sts:TagSession" })], ["no"]],
    ["of all actions but one does", [statement(VENDOR, {}, { Action: [], NotAction: "s3:*" })], ["no"]],
    ["of a service does not", [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "*" }], ["no"]],
    ["that is refused is open", [statement("arn:aws:iam::444455556666:role/*")], ["open"]],
    ["of somebody whose account is not told is open", [statement("AROAABCDEFGHIJKLMNOPQ")], ["open"]],
    ["on a condition that nobody can read is open", [statement(VENDOR, "x")], ["open"]],
    [
      "on a time that passes is open",
      [statement("*", { DateLessThan: { "aws:CurrentTime": "2030-01-01" } })],
      ["open"],
    ],
    ["without a known effect is open", [statement(VENDOR, {}, { Effect: "allow" })], ["open"]],
    ["is closed by a Deny", [statement(VENDOR), denied()], ["no"]],
    [
      "is not closed by a Deny of another action",
      [statement(VENDOR), denied({}, { Action: "sts:TagSession" })],
      ["yes"],
    ],
    [
      "is open beside what may be a Deny, or an Allow",
      [statement(VENDOR), denied({}, { Effect: "deny" })],
      ["open", "open"],
    ],
    [
      "is one of several",
      [statement("*", { Bool: { "aws:SecureTransport": "false" } }), statement(VENDOR)],
      ["no", "yes"],
    ],
    // A tag takes sts:TagSession as well, which any Allow may give and a Deny may take away.
    ["of a session tag takes its permission", [statement("*", { StringLike: { "aws:RequestTag/a": "*" } })], ["no"]],
    [
      "that asks for none takes no more",
      [statement("*", { StringLikeIfExists: { "aws:RequestTag/a": "*" } })],
      ["yes"],
    ],
    [
      "of a session tag may have it from another",
      [statement("*", { StringLike: { "aws:RequestTag/a": "*" } }), statement("*", {}, { Action: "sts:TagSession" })],
      ["yes", "no"],
    ],
  ])("%s", (_, statements, expected) => {
    expect(answers(...statements)).toEqual(expected);
  });
});

describe("what keeps a request out of a grant", () => {
  const denyReasons = (...statements: Json[]): string[] => {
    const document = documentOf(...statements);
    const told = (trial: Trial) => trial.denyReasons(0)?.map(({ kind, sentence }) => `${kind}: ${sentence}`) ?? [];
    const kinds = walked(document, told, undefined, ["sts:externalid"]).told.flat();
    return [...new Set(kinds)].sort();
  };

  test.each<[about: string, statements: Json[], expected: string[]]>([
    ["nothing", [statement(VENDOR)], []],
    [
      "a condition",
      [statement(VENDOR, { StringEquals: { "sts:ExternalId": "id" } })],
      ["condition: StringEquals sts:ExternalId"],
    ],
    ["a Deny", [statement(VENDOR), statement("*", {}, { Effect: "Deny" })], ["deny: the Deny"]],
    [
      "another action",
      [statement(VENDOR, {}, { Action: "sts:TagSession" })],
      ["action: an Allow of other actions than sts:AssumeRole"],
    ],
    [
      "the want of another permission",
      [statement(VENDOR, { StringLike: { "aws:RequestTag/a": "*" } })],
      ["companion: the want of an Allow of sts:TagSession", "condition: StringLike aws:RequestTag/a"],
    ],
    [
      "the condition alone where another grants the permission",
      [
        statement(VENDOR, { StringLike: { "aws:RequestTag/a": "*" } }),
        statement("*", {}, { Action: "sts:TagSession" }),
      ],
      ["condition: StringLike aws:RequestTag/a"],
    ],
    ["nothing that nobody can read", [statement(VENDOR, "x")], []],
  ])("%s", (_, statements, expected) => {
    expect(denyReasons(...statements)).toEqual(expected);
  });

  test("is nothing where it gets through, and something where it does not", () => {
    const document = documentOf(statement(VENDOR, { StringEquals: { "sts:ExternalId": "id" } }));
    const { told } = walked(
      document,
      (trial) => [trial.answers.get(0) ?? false, trial.denyReasons(0)?.length],
      undefined,
      ["sts:externalid"],
    );
    expect(told).toContainEqual([true, 0]);
    expect(told).toContainEqual([false, 1]);
    expect(told.filter(([allowed, denyReasons]) => allowed === (denyReasons !== 0))).toEqual([]);
  });

  test("is nothing to ask where the grant does not speak of the caller", () => {
    const { told } = walked(documentOf(statement([VENDOR, "arn:aws:iam::777788889999:role/App"])), (trial) => ({
      account: trial.caller.account,
      denyReasons: [0, 1, 2].map((grant) => trial.denyReasons(grant)),
    }));
    expect(told.find(({ account }) => account === "444455556666")?.denyReasons).toEqual([[], undefined, undefined]);
  });
});

describe("the requests that are visited", () => {
  const count = (...statements: Json[]) => walked(documentOf(...statements), () => undefined).told.length;
  const ids = (condition: Json) =>
    walked(
      documentOf(statement(VENDOR, condition)),
      ({ context }) => context.get("sts:externalid")?.values[0],
      undefined,
      ["sts:externalid"],
    ).told;

  test("are those of callers of whom an Allow speaks", () => {
    const document = documentOf(statement(VENDOR), statement("*", {}, { Effect: "Deny" }));
    const accounts = walked(document, ({ caller }) => caller.account).told;
    expect([...new Set(accounts)]).toEqual(["444455556666"]);
  });

  test.each<[about: string, more: Readonly<Record<string, Json>>]>([
    ["of another action", { Effect: "Deny", Action: "s3:*" }],
    ["of somebody else", { Effect: "Deny", Principal: { AWS: "777788889999" } }],
  ])("are not told apart by a statement %s", (_, more) => {
    const other = statement("*", { StringEquals: { "aws:PrincipalTag/team": ["a", "b"] } }, more);
    expect(count(statement(VENDOR), other)).toBe(count(statement(VENDOR)));
  });

  test("are told apart by what the question asks for", () => {
    const found = ids({});
    expect(found).toContain(undefined);
    expect(found).toContain("anything");
  });

  test("are told apart by whether the policy spells a value out", () => {
    const same = ids({ StringEqualsIgnoreCase: { "sts:ExternalId": "id" } }).filter((id) => id?.toLowerCase() === "id");
    expect(new Set(same).size).toBe(2);
    expect(same).toContain("id");
  });

  test("are not all where two kinds of operators read one key", () => {
    const both = { StringEquals: { "aws:RequestTag/a": "1" }, NumericEquals: { "aws:RequestTag/a": "1" } };
    expect(walked(documentOf(statement(VENDOR, both)), () => undefined).complete).toBe(false);
  });
});

describe("a budget", () => {
  const visits = (document: Document, steps?: number) => {
    const { told, complete } = walked(document, () => undefined, steps);
    return { count: told.length, complete };
  };

  test("that does not suffice never makes a walk complete, nor does the walk go on without it", () => {
    const document = documentOf(statement(VENDOR, { StringLike: { "sts:ExternalId": "a*" } }));
    const { count, complete } = visits(document);
    expect(complete).toBe(true);
    let steps = 0;
    for (let walk = visits(document, steps); !walk.complete; walk = visits(document, steps)) {
      expect(walk.count).toBeLessThanOrEqual(steps);
      steps += 1;
    }
    // Every request costs a step of its own, one for its statement and one for its principals.
    expect(steps).toBeGreaterThanOrEqual(3 * count);
  });

  test("is spent on the principals of a caller's account, for each caller anew, though on many at once", () => {
    const roleNames = Array.from({ length: 640 }, (_, index) => `arn:aws:iam::444455556666:role/r${index}`);
    // 640 principals are 10 steps, twice for each of more than 640 callers.
    expect(visits(documentOf(statement(roleNames)), 640 * 25)).toMatchObject({ complete: false });
    expect(visits(documentOf(statement(roleNames)), 640 * 100)).toMatchObject({ complete: true });
    const accounts = Array.from({ length: 640 }, (_, index) => String(111100000000 + index));
    expect(visits(documentOf(statement(accounts)), 640 * 25)).toMatchObject({ complete: true });
  });

  test("is drawn on by callers before any is asked about: every role that conditions spell out, in every account", () => {
    const arns = Array.from({ length: 50 }, (_, index) => `arn:aws:iam::${300_000_000_000 + index}:role/r${index}`);
    const found = (steps?: number) =>
      callersOf(documentOf(statement("*", { ArnEquals: { "aws:PrincipalArn": arns } })), OURS, budget(steps));
    expect(found()).toMatchObject({ complete: true });
    const { callers, complete } = found(1000);
    expect([callers.length <= 1000, complete]).toEqual([true, false]);
  });
});
