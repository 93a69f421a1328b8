import { expect, test } from "vitest";
import { checked } from "../../../src/check.ts";
import { cloudformationJson } from "../../../src/examples/forms.ts";
import type { Json } from "../../../src/text/document.ts";

const ID = "8f14e45f-ceea-467f";
const VENDOR = "arn:aws:iam::444455556666:root";
const STRANGERS_OUT = { StringNotEquals: { "aws:PrincipalAccount": "999988887777" } };

/** What denies what each rule speaks of: "rule: the fewest that do", without places. */
function told(...Statement: Json[]): string[] {
  const written = cloudformationJson.write({ Version: "2012-10-17", Statement }, {});
  const files = "files" in written ? written.files : [];
  const { passes } = checked({ files, config: { accounts: { own: ["999988887777"] } } });
  return passes().map((line) =>
    line
      .replace(/^\S+ \S+ passes /, "")
      .replace(/denied by /, "")
      .replaceAll(/ \(\S+\)/g, ""),
  );
}

const allow = (principal: Json, condition: Json = {}, action = "sts:AssumeRole"): Json => ({
  Effect: "Allow",
  Principal: { AWS: principal },
  Action: action,
  Condition: condition,
});
const deny = (condition: Json, principal: Json = "*"): Json => ({
  Effect: "Deny",
  Principal: { AWS: principal },
  Action: "sts:*",
  Condition: condition,
});

test.each<[string, Json[], string[]]>([
  [
    "the condition of the Allow, not one that everybody meets",
    [allow(VENDOR, { Bool: { "aws:SecureTransport": "true" }, StringEquals: { "sts:ExternalId": ID } })],
    ["external-id-required: StringEquals sts:ExternalId"],
  ],
  [
    "a Deny statement",
    [allow(VENDOR), deny({ StringNotEquals: { "sts:ExternalId": ID } })],
    ["external-id-required: the Deny"],
  ],
  [
    "a condition and a Deny where each leaves somebody in",
    [
      allow("*", { StringNotEquals: { "aws:PrincipalTag/team": "x" } }),
      deny({ StringNotEquals: { "aws:PrincipalTag/team": "x" } }),
    ],
    ["public-trust: the Deny and StringNotEquals aws:PrincipalTag/team"],
  ],
  [
    "one Deny rather than the two conditions that it makes needless",
    [allow("*", { StringNotEquals: { "sts:RoleSessionName": "a" } }), deny(STRANGERS_OUT)],
    ["public-trust: the Deny"],
  ],
  [
    "an Allow of other actions",
    [allow(VENDOR, {}, "sts:TagSession")],
    ["external-id-required: an Allow of other actions than sts:AssumeRole"],
  ],
  [
    "a permission that tags take",
    [allow("*", { StringLike: { "aws:RequestTag/team": "*" } })],
    ["public-trust: StringLike aws:RequestTag/team and the want of an Allow of sts:TagSession"],
  ],
  ["nothing where the role is open", [allow("*")], []],
  ["nothing of callers that a grant does not speak of", [allow("arn:aws:iam::999988887777:root")], []],
])("told is %s", (_, statements, expected) => {
  expect(told(...statements).sort()).toEqual(expected);
});
