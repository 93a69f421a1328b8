// What a policy variable stands for: values that another key must have are brought by the one that the variable reads.

import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/text/document.ts";
import { reportOn, summary } from "../../oracle/reported.ts";

const CONFIG = { accounts: { own: ["999988887777"] }, vendors: [] };

/** Everyone is allowed who meets the one and not the other. */
function verdict(allowed: Json, denied?: Json): string[] {
  const everyone = { Principal: { AWS: "*" }, Action: "sts:*" };
  const Statement: Json[] = [{ Effect: "Allow", ...everyone, Condition: allowed }];
  if (denied !== undefined) Statement.push({ Effect: "Deny", ...everyone, Condition: denied });
  return summary(reportOn({ Version: "2012-10-17", Statement }, CONFIG));
}

const equals = (key: string, value: Json): Json => ({ StringEquals: { [key]: value } });
const unlessEquals = (key: string, value: Json): Json => ({ StringNotEquals: { [key]: value } });
const unlessLike = (key: string, value: Json): Json => ({ StringNotLike: { [key]: value } });

describe("somebody brings what another key must have", () => {
  test.each<[string, Json, Json]>([
    ["a user's name", equals("sts:RoleSessionName", "${aws:username}"), unlessEquals("sts:RoleSessionName", "alice")],
    ["an account", equals("sts:ExternalId", "${aws:PrincipalAccount}"), unlessEquals("sts:ExternalId", "121212121212")],
    ["accounts alike", equals("sts:ExternalId", "${aws:PrincipalAccount}"), unlessLike("sts:ExternalId", "1212*")],
    ["an ARN", equals("sts:ExternalId", "${aws:PrincipalArn}"), unlessLike("sts:ExternalId", "*/special")],
    ["a session's name", equals("sts:ExternalId", "${aws:userid}"), unlessLike("sts:ExternalId", "*:special")],
    [
      "an organization",
      equals("sts:ExternalId", "${aws:PrincipalOrgID}"),
      unlessEquals("sts:ExternalId", "o-abcdefghij"),
    ],
    ["a tag alike", equals("sts:ExternalId", "${aws:PrincipalTag/team}"), unlessLike("sts:ExternalId", "x*")],
    [
      "a tag behind a prefix",
      equals("sts:ExternalId", "id-${aws:PrincipalTag/team}"),
      unlessEquals("sts:ExternalId", "id-red"),
    ],
    [
      "a tag between texts, of which a wildcard takes more",
      equals("sts:ExternalId", "id-${aws:PrincipalTag/team}-z"),
      unlessLike("sts:ExternalId", "id-*"),
    ],
    [
      "a tag behind a wildcard",
      { StringLike: { "sts:ExternalId": "*-${aws:PrincipalTag/team}-z" } },
      unlessLike("sts:ExternalId", "q*-red-*"),
    ],
    [
      "a tag in any case",
      { StringEqualsIgnoreCase: { "sts:ExternalId": "${aws:PrincipalTag/team}" } },
      unlessLike("sts:ExternalId", "X?"),
    ],
    [
      "two tags",
      equals("sts:ExternalId", "${aws:PrincipalTag/team}-${aws:PrincipalTag/level}"),
      unlessEquals("sts:ExternalId", "red-blue"),
    ],
    [
      "a tag of a tag",
      {
        StringEquals: {
          "sts:ExternalId": "${aws:PrincipalTag/team}",
          "aws:PrincipalTag/team": "${aws:PrincipalTag/level}",
        },
      },
      unlessEquals("sts:ExternalId", "red"),
    ],
    [
      "the name that a tag must have",
      equals("aws:username", "${aws:PrincipalTag/team}"),
      unlessEquals("aws:PrincipalTag/team", "alice"),
    ],
    [
      "the session that a tag must name",
      { StringLike: { "aws:userid": "*:${aws:PrincipalTag/team}" } },
      unlessEquals("aws:PrincipalTag/team", "alice"),
    ],
  ])("%s", (_, allowed, denied) => {
    expect(verdict(allowed, denied)).toContain("public-trust@*");
  });

  test.each<[string, Json]>([
    ["what every request has", equals("sts:ExternalId", "${aws:SecureTransport}")],
    ["the role's account in a tag", equals("aws:ResourceAccount", "${aws:PrincipalTag/account}")],
  ])("%s", (_, allowed) => {
    expect(verdict(allowed)).toEqual(["public-trust@*"]);
  });
});

describe("nobody brings", () => {
  test.each<[string, Json, Json?]>([
    [
      "a name with a space",
      equals("sts:RoleSessionName", "${aws:username}"),
      unlessEquals("sts:RoleSessionName", "al ice"),
    ],
    [
      "another prefix",
      equals("sts:ExternalId", "id-${aws:PrincipalTag/team}-z"),
      unlessLike("sts:ExternalId", "other-*"),
    ],
    ["the role's account as his own", equals("aws:PrincipalAccount", "${aws:ResourceAccount}")],
  ])("%s", (_, allowed, denied) => {
    expect(verdict(allowed, denied)).toEqual([]);
  });
});

test("nobody has looked for a name that is an account", () => {
  expect(verdict(equals("aws:username", "${aws:PrincipalAccount}"))).toContain("?external-id-required@");
});

test("a request that gets in is one, though nobody has looked for every id that is the time", () => {
  expect(verdict(equals("sts:ExternalId", "${aws:EpochTime}"))).toEqual(["public-trust@*"]);
});
