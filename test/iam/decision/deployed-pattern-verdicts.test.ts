// Whole policies in which deployment supplies who gets in: an account in part, or a pattern on callers.

import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/text/document.ts";
import { reportOn, summary } from "../../oracle/reported.ts";
import { CONFIG, type Parameters, statement, VENDOR, verdict } from "../judged.ts";

describe("an account of which deployment decides a part is one that nobody else has", () => {
  const sub = (text: string): Json => ({ "Fn::Sub": text });
  const account = (value: Json): Json => ({ StringEquals: { "aws:PrincipalAccount": value } });
  const arn = (value: Json): Json => ({ StringEquals: { "aws:PrincipalArn": value } });

  test.each<[string, Json]>([
    ["in a principal", statement("Allow", sub("arn:aws:iam::4444${Part}:root"))],
    ["in an account", statement("Allow", "*", account(sub("4444${Part}")))],
    ["in an account of two parts", statement("Allow", "*", account(sub("${Part}${Rest}")))],
    ["in an ARN", statement("Allow", "*", arn(sub("arn:aws:iam::4444${Part}:role/Vendor")))],
    ["in the beginning of an ARN", statement("Allow", "*", arn(sub("${Part}:role/Vendor")))],
    ["with what is before it in an ARN", statement("Allow", "*", arn(sub("arn:${Part}:role/Vendor")))],
  ])("%s", (_, allow) => {
    expect(verdict([allow])).toEqual(["external-id-required@${Part}"]);
  });

  test("but in a name behind a wildcard it decides none", () => {
    const condition = { StringNotLike: { "aws:PrincipalArn": sub("*:role/${Name}") } };
    expect(verdict([statement("Allow", "*"), statement("Deny", "999988887777", condition)])).toEqual([
      "public-trust@*",
    ]);
  });

  test("but a principal all of which deployment decides, in two parts, may be everyone", () => {
    const id = { StringEquals: { "sts:ExternalId": "abc-123" } };
    expect(verdict([statement("Allow", sub("${One}${Other}"), id)])).toEqual(["?public-trust@*"]);
    expect(verdict([statement("Allow", sub("${One}:root"), id)])).toEqual([]);
  });
});

describe("a pattern on callers that deployment supplies whole", () => {
  const named = (operator: string, allowedPattern: string, key = "aws:PrincipalArn") =>
    verdict([statement("Allow", "*", { [operator]: { [key]: { Ref: "Caller" } } })], { Caller: { allowedPattern } });

  test.each([
    ["ArnLike", "^arn:aws:iam::[0-9]{12}:role/.*$"],
    ["StringLike", "^arn:aws:iam::[0-9]{12}:role/.*$"],
  ])("lets no stranger in where it spells out an account: %s %s", (operator, pattern) => {
    expect(named(operator, pattern)).toEqual(["external-id-required@${Caller}"]);
  });

  test.each([
    ["ArnLike", "^arn:aws:iam::[0-9*]{1,12}:role/.*$", undefined],
    ["ArnLike", "^arn:aws:iam::4[0-9?]{11}:role/acme-.*$", undefined],
    ["StringLike", "^arn:aws:iam:.*$", undefined],
    ["StringLike", "^arn:.*:iam::[0-9]{12}:role/.*$", undefined],
    ["StringLike", "^[0-9?]{12}$", "aws:PrincipalAccount"],
  ])("may let them in where a wildcard may stand for some of it: %s %s", (operator, pattern, key) => {
    expect(named(operator, pattern, key)).toContain("?public-trust@*");
  });
});

describe("a principal that deployment decides whole and that a Deny names may be one role of an account", () => {
  const whole: Json = { Ref: "Whole" };
  const denied = (parameter: Parameters[string] = {}) =>
    verdict([statement("Allow", "*"), statement("Deny", whole)], { Whole: parameter });

  test("so that the others of that account are not kept out", () => {
    expect(denied()).toEqual(["?external-id-required@${Whole}", "?public-trust@*"]);
    expect(denied({ list: true })).toEqual(["?external-id-required@${Whole}", "?public-trust@*"]);
  });

  test.each([
    ["^arn:aws:iam::[0-9]{12}:role/.+$", ["external-id-required@${Whole}", "public-trust@*"]],
    ["^arn:aws:iam::777788889999:role/.+$", ["?external-id-required@${Whole}", "public-trust@*"]],
    ["^[0-9]{12}$", ["public-trust@*"]],
  ])("unless it is an account's number: %s", (allowedPattern, lines) => {
    expect(denied({ allowedPattern })).toEqual(lines);
  });

  test("also where an ARN ends in it, or NotPrincipal names it", () => {
    const deny = statement("Deny", { "Fn::Sub": "${Whole}:role/app" });
    expect(verdict([statement("Allow", "*"), deny])).toContain("?external-id-required@${Whole}");
    const allow = { Effect: "Allow", NotPrincipal: { AWS: whole }, Action: "sts:AssumeRole" };
    expect(verdict([allow])).toContain("?external-id-required@${Whole}");
  });

  test("also where a vendor's account comes from it", () => {
    const vendors = [{ ...CONFIG.vendors[0], accounts: ["444455556666"], accountParameters: ["Whole"] }];
    const policy = { Version: "2012-10-17", Statement: [statement("Allow", VENDOR), statement("Deny", whole)] };
    const said = (Whole: Parameters[string]) => summary(reportOn(policy, { ...CONFIG, vendors }, { Whole }));
    expect(said({})).toEqual(["?external-id-required@444455556666"]);
    expect(said({ allowedPattern: "^[0-9]{12}$" })).toEqual([]);
  });
});

describe("a session of which deployment decides the role or the name may be the one that calls", () => {
  const as = (id: string): Json => ({ StringLike: { "aws:userid": id } });
  const app = "arn:aws:iam::444455556666:role/app";
  const sub = (text: string): Json => ({ "Fn::Sub": `arn:aws:${text}` });
  const unknown = ["?external-id-required@444455556666"];
  const found = ["external-id-required@444455556666"];

  test.each<[string, Json, string, Json, readonly string[]]>([
    ["its name", app, "*:alice", sub("sts::444455556666:assumed-role/app/${Name}"), unknown],
    ["its role", app, "*:alice", sub("sts::444455556666:assumed-role/${Name}/alice"), unknown],
    ["its account", app, "*:alice", sub("sts::${Account}:assumed-role/app/alice"), unknown],
    [
      "the role that calls",
      sub("iam::444455556666:role/${Name}"),
      "*:alice",
      sub("sts::444455556666:assumed-role/app/alice"),
      unknown,
    ],
    ["all of it", app, "*:alice", sub("sts::444455556666:${Name}"), unknown],
    ["a part that fits", app, "*:alice", sub("sts::444455556666:assumed-role/app/al${Name}"), unknown],
    ["a part that does not fit", app, "*:alice", sub("sts::444455556666:assumed-role/app/bo${Name}"), found],
    ["one of many names", app, "*:al*", sub("sts::444455556666:assumed-role/app/${Name}"), found],
    ["the role of another name", app, "*:alice", sub("sts::444455556666:assumed-role/${Name}/bob"), found],
    ["one of many roles", VENDOR, "*:alice", sub("sts::444455556666:assumed-role/app/${Name}"), found],
  ])("%s", (_, principal, id, denied, lines) => {
    expect(verdict([statement("Allow", principal, as(id)), statement("Deny", denied)])).toEqual(lines);
  });

  test("and of no account where a condition of the Deny is not met", () => {
    const deny = statement("Deny", sub("sts::444455556666:assumed-role/app/${Name}"), {
      StringEquals: { "sts:ExternalId": "abc-123" },
    });
    expect(verdict([statement("Allow", app, as("*:alice")), deny])).toEqual(found);
  });
});
