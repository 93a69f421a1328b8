// Whole policies in which deployment supplies who gets in: an account in part, or a pattern on callers.

import { describe, expect, test } from "vitest";
import type { Json } from "../../src/text/document.ts";
import { statement, verdict } from "./judged.ts";

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
