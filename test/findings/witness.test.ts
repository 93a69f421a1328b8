// The request of a finding: what it takes and no more, in the order in which a person would write it down.

import { expect, test } from "vitest";
import type { Json } from "../../src/text/document.ts";
import { reportOn } from "../oracle/reported.ts";

const VENDOR = "arn:aws:iam::444455556666:root";
const CONFIG = { vendors: [{ name: "Vendor", tenancy: "multi", accounts: ["444455556666"] }] } as const;

function witness(AWS: string, Condition: Json) {
  const Statement = [{ Effect: "Allow", Principal: { AWS }, Action: "sts:*", Condition }];
  return reportOn({ Version: "2012-10-17", Statement }, CONFIG).findings[0]?.witness;
}

test.each([
  ["*", { principal: "arn:aws:iam::777788889999:role/anything", absent: [] }],
  // Of a vendor the question is about the external id, which the policy need not name.
  [VENDOR, { principal: "arn:aws:iam::444455556666:role/anything", absent: ["sts:ExternalId"] }],
  [
    "arn:aws:iam::444455556666:user/App",
    { principal: "arn:aws:iam::444455556666:user/App", absent: ["sts:ExternalId"] },
  ],
  [
    "arn:aws:sts::444455556666:assumed-role/App/alice",
    { principal: "arn:aws:iam::444455556666:role/App", session: "alice", absent: ["sts:ExternalId"] },
  ],
])("who is trusted without conditions brings nothing: %s", (trusted, request) => {
  expect(witness(trusted, {})).toEqual({ action: "sts:AssumeRole", context: {}, ...request });
});

/** Whom the policy trusts, on which conditions; what the request carries, and what is told to be absent. */
const REQUESTS: readonly (readonly [
  about: string,
  trusted: string,
  condition: Json,
  carried: Readonly<Record<string, Json>>,
  absent: readonly string[],
])[] = [
  [
    "what the conditions read, in their order",
    "*",
    { StringEquals: { "aws:PrincipalTag/Team": "red", "aws:RequestedRegion": "eu-west-1" } },
    { "aws:PrincipalTag/Team": "red", "aws:RequestedRegion": "eu-west-1" },
    [],
  ],
  [
    "what is asked about first, and as we write it; what else is read as the policy does",
    VENDOR,
    { StringLike: { "STS:RoleSessionName": "*", "sts:externalid": "*" } },
    { "sts:ExternalId": "anything", "STS:RoleSessionName": "anything" },
    [],
  ],
  [
    "once what several conditions read",
    "*",
    { StringLike: { "aws:PrincipalTag/Team": "r*" }, StringNotEquals: { "AWS:PrincipalTag/team": "r" } },
    { "aws:PrincipalTag/Team": "ra" },
    [],
  ],
  [
    "what policy variables stand for, after the key that they are compared with",
    "*",
    { StringEquals: { "aws:PrincipalTag/Team": "${aws:PrincipalTag/Owner}" } },
    { "aws:PrincipalTag/Team": "anything", "aws:PrincipalTag/Owner": "anything" },
    [],
  ],
  [
    "as few values as do",
    "*",
    { "ForAnyValue:StringEquals": { "aws:TagKeys": ["a", "b"] } },
    { "aws:TagKeys": "a" },
    [],
  ],
  [
    "several values where one does not do",
    "*",
    { "ForAnyValue:StringEquals": { "aws:TagKeys": "a" }, "ForAnyValue:StringLike": { "aws:TagKeys": "b" } },
    { "aws:TagKeys": ["a", "b"] },
    [],
  ],
  [
    "nothing where nothing does",
    "*",
    { "ForAllValues:StringEquals": { "aws:TagKeys": ["a", "b"] } },
    {},
    ["aws:TagKeys"],
  ],
  // A request of an account never carries aws:SourceAccount, and whether it carries an organization nobody chooses.
  [
    "as absent only what the caller could have sent",
    VENDOR,
    { StringEqualsIfExists: { "aws:SourceAccount": "1", "aws:PrincipalOrgID": "o-abcdefghij", "aws:Referer": "x" } },
    {},
    ["sts:ExternalId", "aws:Referer"],
  ],
  // A network and a key that we do not know may be absent as well.
  [
    "as absent what may be",
    "*",
    { StringEqualsIfExists: { "aws:SourceVpce": "vpce-1", "example:Key": "x" } },
    {},
    ["aws:SourceVpce", "example:Key"],
  ],
  ["a shortest word of a pattern", "*", { StringLike: { "sts:ExternalId": "x-?*" } }, { "sts:ExternalId": "x-a" }, []],
];

test.each(REQUESTS)("a request shows %s", (_, trusted, condition, carried, absent) => {
  const request = witness(trusted, condition);
  expect(Object.entries(request?.context ?? {})).toEqual(Object.entries(carried));
  expect(request?.absent).toEqual(absent);
});
