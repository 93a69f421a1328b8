// Keys of one request that hang together: policies that read several of them, and who gets in.

import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/text/document.ts";
import { statement, VENDOR, verdict } from "../judged.ts";

const USER = "arn:aws:iam::444455556666:user/u1";
const ROLE = "arn:aws:iam::444455556666:role/r1";
const OPEN = ["external-id-required@444455556666"];
const UNKNOWN = ["?external-id-required@444455556666"];
const MFA = "aws:MultiFactorAuthPresent";
const AGE = "aws:MultiFactorAuthAge";
const ISSUED = "aws:TokenIssueTime";

/** What the condition leaves open of an Allow of the principal. */
const under = (condition: Json, principal: Json = VENDOR) => verdict([statement("Allow", principal, condition)]);

describe("no request of the principal meets", () => {
  test.each<[string, Json, Json]>([
    ["a role's session without MultiFactorAuthPresent", ROLE, { Null: { [MFA]: "true" } }],
    ["a role's session without TokenIssueTime", ROLE, { Null: { [ISSUED]: "true" } }],
    ["one of the two without the other", VENDOR, { Null: { [MFA]: "true", [ISSUED]: "false" } }],
    ["an age without MFA", VENDOR, { Bool: { [MFA]: "false" }, NumericLessThan: { [AGE]: "3600" } }],
    ["MFA without an age", VENDOR, { Bool: { [MFA]: "true" }, Null: { [AGE]: "true" } }],
    ["an age without temporary credentials", VENDOR, { Null: { [AGE]: "false", [ISSUED]: "true" } }],
    ["an age below zero", VENDOR, { NumericLessThan: { [AGE]: "0" } }],
    ["an age beyond what credentials live", VENDOR, { NumericGreaterThan: { [AGE]: "129600" } }],
    ["a duration", VENDOR, { NumericLessThanEquals: { "sts:DurationSeconds": "3600" } }],
    ["a user with the source identity of a session", USER, { StringEquals: { "aws:SourceIdentity": "x1" } }],
    ["a user of an identity provider", USER, { Null: { "aws:FederatedProvider": "false" } }],
    ["a user on an instance", USER, { Null: { "ec2:SourceInstanceArn": "false" } }],
    ["no user agent", VENDOR, { Null: { "aws:UserAgent": "true" } }],
    ["a region that is none", VENDOR, { StringEquals: { "aws:RequestedRegion": "*" } }],
    ["a session name of 65 characters", VENDOR, { StringEquals: { "sts:RoleSessionName": "s".repeat(65) } }],
    ["a source identity of 65 characters", VENDOR, { StringLike: { "sts:SourceIdentity": `${"s".repeat(65)}*` } }],
    ["a caller's session of 65 characters", VENDOR, { StringLike: { "aws:userid": `*:${"s".repeat(65)}` } }],
    ["an external id of 1225 characters", VENDOR, { StringEquals: { "sts:ExternalId": "s".repeat(1225) } }],
    ["a tag with a character that no tag has", VENDOR, { StringEquals: { "aws:RequestTag/team": "*" } }],
    [
      "a tag without its key",
      VENDOR,
      { StringEquals: { "aws:RequestTag/team": "red" }, Null: { "aws:TagKeys": "true" } },
    ],
    [
      "a tag whose key is not among those allowed",
      VENDOR,
      { StringEquals: { "aws:RequestTag/team": "red" }, "ForAllValues:StringEquals": { "aws:TagKeys": ["other"] } },
    ],
    [
      "a key without its tag",
      VENDOR,
      { Null: { "aws:RequestTag/team": "true" }, "ForAnyValue:StringEquals": { "aws:TagKeys": ["Team"] } },
    ],
    [
      "a transitive key that is not passed",
      VENDOR,
      {
        "ForAnyValue:StringEquals": { "sts:TransitiveTagKeys": "team" },
        "ForAllValues:StringEquals": { "aws:TagKeys": "other" },
      },
    ],
    ["a transitive key without any", VENDOR, { Null: { "sts:TransitiveTagKeys": "false", "aws:TagKeys": "true" } }],
    [
      "a source identity that changes",
      VENDOR,
      { StringEquals: { "aws:SourceIdentity": "red", "sts:SourceIdentity": "blue" } },
    ],
    ["an address through an endpoint", VENDOR, { Null: { "aws:SourceIp": "false", "aws:SourceVpce": "false" } }],
    ["an endpoint without its VPC", VENDOR, { Null: { "aws:SourceVpc": "true", "aws:SourceVpce": "false" } }],
  ])("%s", (_, principal, condition) => {
    expect(under(condition, principal)).toEqual([]);
  });
});

describe("some request of the principal meets", () => {
  test.each<[string, Json, Json]>([
    ["a user without MultiFactorAuthPresent", USER, { Null: { [MFA]: "true" } }],
    ["a user without TokenIssueTime", USER, { Null: { [ISSUED]: "true" } }],
    ["a user with temporary credentials and no MFA", USER, { Bool: { [MFA]: "false" }, Null: { [ISSUED]: "false" } }],
    ["an age with MFA", VENDOR, { Bool: { [MFA]: "true" }, NumericLessThan: { [AGE]: "1" } }],
    ["an age as long as credentials live", VENDOR, { NumericGreaterThanEquals: { [AGE]: "129600" } }],
    ["credentials issued after some day", ROLE, { DateGreaterThan: { [ISSUED]: "2024-01-01T00:00:00Z" } }],
    ["a chained session with a source identity", ROLE, { StringEquals: { "aws:SourceIdentity": "x1" } }],
    [
      "the same source identity twice",
      ROLE,
      { StringLike: { "aws:SourceIdentity": "r*" }, StringEquals: { "sts:SourceIdentity": "red" } },
    ],
    ["a session name of 64 characters", VENDOR, { StringEquals: { "sts:RoleSessionName": "s".repeat(64) } }],
    [
      "a tag under a key in other letters",
      VENDOR,
      { StringEquals: { "aws:RequestTag/team": "red" }, "ForAllValues:StringEquals": { "aws:TagKeys": ["TEAM"] } },
    ],
    [
      "a tag beside another",
      VENDOR,
      { StringEquals: { "aws:RequestTag/team": "red" }, "ForAnyValue:StringEquals": { "aws:TagKeys": ["other"] } },
    ],
    ["no address, through an endpoint", VENDOR, { Null: { "aws:SourceIp": "true", "aws:SourceVpce": "false" } }],
  ])("%s", (_, principal, condition) => {
    expect(under(condition, principal)).toEqual(OPEN);
  });
});

test("credentials issued before some day are used up soon after it", () => {
  expect(under({ DateLessThan: { [ISSUED]: "2030-01-01T00:00:00Z" } }, ROLE)).toEqual(UNKNOWN);
  const late = {
    DateLessThan: { [ISSUED]: "2030-01-01T00:00:00Z" },
    DateGreaterThan: { "aws:CurrentTime": "2030-01-02T12:00:00Z" },
  };
  expect(under(late, ROLE)).toEqual([]);
});

test("to deny sessions from before some day closes nothing", () => {
  const denial = statement("Deny", "*", { DateLessThan: { [ISSUED]: "2024-01-01T00:00:00Z" } });
  expect(verdict([statement("Allow", VENDOR), denial])).toEqual(OPEN);
});

test("a Deny of a session closes what its name alone lets in, for its own role and for no other", () => {
  const session = "arn:aws:sts::444455556666:assumed-role/r1/alice";
  const alice = { StringLike: { "aws:userid": "*:alice" } };
  expect(verdict([statement("Allow", ROLE, alice), statement("Deny", session)])).toEqual([]);
  expect(
    verdict([statement("Allow", ROLE, { StringLike: { "aws:userid": "*:alic?" } }), statement("Deny", session)]),
  ).toEqual(OPEN);
  expect(verdict([statement("Allow", VENDOR, alice), statement("Deny", session)])).toEqual(OPEN);
});

describe("what an AWS service may send in the name of the caller nobody can tell", () => {
  test.each<[string, Json]>([
    ["only such calls", { Bool: { "aws:ViaAWSService": "true" } }],
    ["only by one service", { "ForAnyValue:StringEquals": { "aws:CalledVia": "cloudformation.amazonaws.com" } }],
    ["neither address nor endpoint", { Null: { "aws:SourceIp": "true", "aws:SourceVpce": "true" } }],
  ])("%s", (_, condition) => {
    expect(under(condition)).toEqual(UNKNOWN);
  });

  test.each<[string, Json]>([
    ["all others", { BoolIfExists: { "aws:ViaAWSService": "false" } }],
    ["all without a service on the way", { Null: { "aws:CalledVia": "true" } }],
  ])("a Deny of %s", (_, condition) => {
    expect(verdict([statement("Allow", VENDOR), statement("Deny", "*", condition)])).toEqual(UNKNOWN);
  });

  test("a service that says that it calls does not say that it does not", () => {
    const both = { Bool: { "aws:ViaAWSService": "false" }, Null: { "aws:CalledVia": "false" } };
    expect(under(both)).toEqual([]);
  });
});
