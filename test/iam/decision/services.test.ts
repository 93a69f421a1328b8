// For whose account a policy lets an AWS service act, where the service is known to tell it.

import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import { carriedBy } from "../../../src/examples/carried.ts";
import { cloudformationJson } from "../../../src/examples/forms.ts";
import { SERVICE_SOURCES, sourceOf } from "../../../src/iam/language/service-sources.ts";
import type { Json } from "../../../src/text/document.ts";

const CONFIG = {
  accounts: { own: ["999988887777"], organization: ["222233334444"] },
  organizationIds: ["o-own1234567"],
  vendors: [{ name: "Vendor", tenancy: "multi", accounts: ["444455556666"] }],
} as const;
const RULES = ["service-source", "service-source-in-trust"];

/** The rules that find something, "?" before those that cannot tell; `on`: the prefix of the resource's actions. */
function said(on: string, statements: readonly Json[]): string[] {
  const written = cloudformationJson.write(
    { Version: "2012-10-17", Statement: statements },
    {},
    on === "sts" ? carriedBy("trust") : carriedBy("resource", on),
  );
  if ("reason" in written) throw new Error(written.reason);
  const { findings, unknowns } = check({ files: written.files, config: CONFIG });
  const all = [...findings.map(({ rule }) => [rule, rule]), ...unknowns.map(({ rule }) => [rule, `?${rule}`])];
  return [...new Set(all.filter(([rule = ""]) => RULES.includes(rule)).map(([, line = ""]) => line))].sort();
}

const OPEN = ["service-source"];
const UNKNOWN = ["?service-source"];

function topic(Condition: Json, principal: Json = { Service: "cloudwatch.amazonaws.com" }): Json {
  return { Effect: "Allow", Principal: principal, Action: "sns:Publish", Resource: "*", Condition };
}

describe("a condition on the source of a service's call", () => {
  test.each<readonly [string, Json, readonly string[]]>([
    ["none", {}, OPEN],
    ["the own account", { StringEquals: { "aws:SourceAccount": "999988887777" } }, []],
    ["the own account by its symbol", { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } }, []],
    ["the own account, if it is there", { StringEqualsIfExists: { "aws:SourceAccount": "999988887777" } }, OPEN],
    ["the own account of all", { "ForAllValues:StringEquals": { "aws:SourceAccount": "999988887777" } }, OPEN],
    ["an account of the organization", { StringEquals: { "aws:SourceAccount": "222233334444" } }, []],
    ["a vendor's account", { StringEquals: { "aws:SourceAccount": "444455556666" } }, []],
    ["an account of nobody", { StringEquals: { "aws:SourceAccount": "123123123123" } }, UNKNOWN],
    ["an account by parameter", { StringEquals: { "aws:SourceAccount": { Ref: "Account" } } }, []],
    ["accounts that begin alike", { StringLike: { "aws:SourceAccount": "9999*" } }, OPEN],
    ["an account by parameter, with wildcards", { StringLike: { "aws:SourceAccount": { Ref: "Account" } } }, UNKNOWN],
    ["all accounts but one", { StringNotEquals: { "aws:SourceAccount": "123123123123" } }, OPEN],
    ["that there is an account", { Null: { "aws:SourceAccount": "false" } }, OPEN],
    ["an ARN of the own account", { ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:*:999988887777:alarm:*" } }, []],
    ["an ARN of any account", { ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:*:*:alarm:*" } }, OPEN],
    ["an ARN of another service", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::acme" } }, []],
    [
      "an ARN of the own account in whatever region",
      { ArnLike: { "aws:SourceArn": { "Fn::Sub": "arn:aws:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:*" } } },
      [],
    ],
    ["the own organization", { StringEquals: { "aws:SourceOrgID": "o-own1234567" } }, []],
    ["another organization", { StringEquals: { "aws:SourceOrgID": "o-another1234" } }, OPEN],
    ["the own organization of the caller", { StringEquals: { "aws:PrincipalOrgID": "o-own1234567" } }, []],
    ["the own account of the caller", { StringEquals: { "aws:PrincipalAccount": "999988887777" } }, []],
    ["that a service calls", { Bool: { "aws:PrincipalIsAWSService": "true" } }, OPEN],
    ["that no service calls", { Bool: { "aws:PrincipalIsAWSService": "false" } }, []],
    ["which service calls", { StringEquals: { "aws:PrincipalServiceName": "cloudwatch.amazonaws.com" } }, OPEN],
    ["that another service calls", { StringEquals: { "aws:PrincipalServiceName": "s3.amazonaws.com" } }, []],
    ["an external ID", { StringEquals: { "sts:ExternalId": "acme-1" } }, []],
    ["TLS", { Bool: { "aws:SecureTransport": "true" } }, OPEN],
    ["a key that nobody knows", { StringEquals: { "sns:Colour": "blue" } }, UNKNOWN],
  ])("%s", (_, condition, expected) => {
    expect(said("sns", [topic(condition)])).toEqual(expected);
  });

  test("in a Deny", () => {
    const deny = Object.assign({}, topic({ StringNotEquals: { "aws:SourceAccount": "999988887777" } }), {
      Effect: "Deny",
      Principal: "*",
    });
    expect(said("sns", [topic({}), deny])).toEqual([]);
  });

  test("in a Deny that speaks of organizations, of services and of those that tell their source alone", () => {
    const deny = (Condition: Json): Json => ({
      ...{ Effect: "Deny", Principal: "*", Action: "sns:*", Resource: "*" },
      Condition,
    });
    const ofOthers = { StringNotEqualsIfExists: { "aws:SourceOrgID": "o-own1234567" } };
    const telling = { Null: { "aws:SourceAccount": "false" }, Bool: { "aws:PrincipalIsAWSService": "true" } };
    // A call without an account gets in.
    expect(said("sns", [topic({}), deny({ ...ofOthers, ...telling })])).toEqual(OPEN);
    expect(said("sns", [topic({}), deny(ofOthers)])).toEqual([]);
  });
});

describe("what CloudFront, Step Functions and WorkSpaces call for a resource of theirs", () => {
  const call = (service: string, Action: string, arn: string): Json => ({
    ...{ Effect: "Allow", Principal: { Service: service }, Action, Resource: "*" },
    Condition: { ArnLike: { "aws:SourceArn": arn } },
  });
  test.each<readonly [string, string, string, string]>([
    ["lambda", "cloudfront.amazonaws.com", "lambda:InvokeFunctionUrl", "arn:aws:cloudfront::*:distribution/E1"],
    ["mediapackagev2", "cloudfront.amazonaws.com", "mediapackagev2:GetObject", "arn:aws:cloudfront::*:distribution/E1"],
    ["mediastore", "cloudfront.amazonaws.com", "mediastore:GetObject", "arn:aws:cloudfront::*:distribution/E1"],
    ["execute-api", "states.amazonaws.com", "execute-api:Invoke", "arn:aws:states:eu-west-1:*:stateMachine:x"],
    ["s3", "appstream.amazonaws.com", "s3:GetObject", "arn:aws:appstream:eu-west-1:*:fleet/x"],
  ])("%s, of any account and of the own one", (on, service, action, arn) => {
    expect(said(on, [call(service, action, arn)])).toEqual(OPEN);
    expect(said(on, [call(service, action, arn.replace(":*:", ":999988887777:"))])).toEqual([]);
  });
});

describe("a trail in the context that a key encrypts with, which is no source key", () => {
  const key = (operator: string, trail: string): Json => ({
    ...{ Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" }, Action: "kms:GenerateDataKey*" },
    ...{ Resource: "*", Condition: { [operator]: { "kms:EncryptionContext:aws:cloudtrail:arn": trail } } },
  });
  test.each<readonly [string, string, string, readonly string[]]>([
    ["of the own account", "StringLike", "arn:aws:cloudtrail:*:999988887777:trail/*", UNKNOWN],
    ["of the own account, field by field", "ArnLike", "arn:aws:cloudtrail:*:999988887777:trail/*", UNKNOWN],
    ["of any account", "StringLike", "arn:aws:cloudtrail:*:*:trail/*", OPEN],
    ["of every account but one", "StringNotLike", "arn:aws:cloudtrail:*:123123123123:trail/*", OPEN],
    ["of whichever, if it is there", "StringLikeIfExists", "arn:aws:cloudtrail:*:999988887777:trail/*", OPEN],
  ])("%s", (_, operator, trail, expected) => {
    expect(said("kms", [key(operator, trail)])).toEqual(expected);
  });
});

describe("a principal", () => {
  const own = { ArnLike: { "aws:SourceArn": "arn:aws:s3:::acme" } };
  test.each<readonly [string, Json, readonly string[]]>([
    ["everyone", topic({}, "*"), OPEN],
    ["everyone of the own organization", topic({ StringEquals: { "aws:PrincipalOrgID": "o-own1234567" } }, "*"), []],
    ["everyone, for a bucket of whomever", topic(own, "*"), OPEN],
    ["a service that tells nothing of its source", topic({}, { Service: "events.amazonaws.com" }), []],
    ["a service that nobody knows", topic({}, { Service: "new.amazonaws.com" }), []],
    [
      "a service, and one that tells nothing",
      topic({}, { Service: ["events.amazonaws.com", "s3.amazonaws.com"] }),
      OPEN,
    ],
    ["a service in China", topic({}, { Service: "cloudwatch.amazonaws.com.cn" }), OPEN],
    ["a service of a region", topic({}, { Service: "cloudwatch.eu-west-1.amazonaws.com" }), OPEN],
    [
      "a service of this region",
      topic({}, { Service: { "Fn::Sub": "cloudwatch.${AWS::Region}.amazonaws.com" } }),
      OPEN,
    ],
    [
      "a service of this partition",
      topic({}, { Service: { "Fn::Join": ["", ["cloudwatch.", { Ref: "AWS::URLSuffix" }]] } }),
      OPEN,
    ],
    [
      "a service of this region and partition",
      topic({}, { Service: { "Fn::Sub": "cloudwatch.${AWS::Region}.${AWS::URLSuffix}" } }),
      OPEN,
    ],
    [
      "a service of this partition that tells nothing",
      topic({}, { Service: { "Fn::Sub": "events.${AWS::URLSuffix}" } }),
      [],
    ],
    ["an account", topic({}, { AWS: "444455556666" }), []],
  ])("%s", (_, statement, expected) => {
    expect(said("sns", [statement])).toEqual(expected);
  });
});

describe("what deployment decides to be the source of a call that anyone may make", () => {
  const RESOURCES = {
    Topic: { Type: "AWS::SNS::Topic" },
    Rule: { Type: "AWS::Events::Rule" },
    Bucket: { Type: "AWS::S3::Bucket" },
    Lake: { Type: "AWS::SecurityLake::DataLake" },
    Other: { Type: "Custom::Other" },
  };
  const ruledOn = (source: Json, principal: Json): string[] => {
    const statement = { Effect: "Allow", Principal: principal, Action: "sqs:SendMessage", Resource: "*" };
    const Statement = [{ ...statement, Condition: { ArnEquals: { "aws:SourceArn": source } } }];
    const policy = { Type: "AWS::SQS::QueuePolicy", Properties: { PolicyDocument: { Statement } } };
    const template = { Parameters: { Source: { Type: "String" } }, Resources: { ...RESOURCES, Policy: policy } };
    const { findings, unknowns } = check({
      files: [{ path: "template.json", content: JSON.stringify(template) }],
      config: CONFIG,
    });
    return [...findings.map(({ rule }) => rule), ...unknowns.map(({ rule }) => `?${rule}`)];
  };
  test.each<readonly [string, Json, readonly string[]]>([
    ["a topic, by Ref", { Ref: "Topic" }, []],
    ["a topic, by its attribute", { "Fn::GetAtt": ["Topic", "TopicArn"] }, []],
    ["a rule", { "Fn::GetAtt": ["Rule", "Arn"] }, []],
    ["a bucket, which is anybody's when it has become free", { "Fn::GetAtt": ["Bucket", "Arn"] }, OPEN],
    ["a bucket that something else makes", { "Fn::GetAtt": ["Lake", "S3BucketArn"] }, UNKNOWN],
    ["what a custom resource says", { "Fn::GetAtt": ["Other", "Arn"] }, UNKNOWN],
    ["a parameter, which may be a bucket", { Ref: "Source" }, UNKNOWN],
  ])("%s", (_, source, expected) => {
    expect(ruledOn(source, "*")).toEqual(expected);
  });

  test("where the principal is the service that acts for buckets, a parameter is one", () => {
    expect(ruledOn({ Ref: "Source" }, { Service: "s3.amazonaws.com" })).toEqual(OPEN);
    expect(ruledOn({ Ref: "Topic" }, { Service: "s3.amazonaws.com" })).toEqual([]);
  });
});

describe("the table of services", () => {
  test.each(SERVICE_SOURCES.map((row) => [`${row.service} → ${row.on}`, row] as const))("%s", (_, row) => {
    const principal = { Service: `${row.service}.amazonaws.com` };
    const action = row.on === "sts" ? "sts:AssumeRole" : "*";
    const rule = row.on === "sts" ? "service-source-in-trust" : "service-source";
    const statement = (Condition: Json): Json => ({
      ...{ Effect: "Allow", Principal: principal, Action: action, Condition },
      ...(row.on === "sts" ? {} : { Resource: "*" }),
    });
    expect(sourceOf(`${row.service}.amazonaws.com`, row.on)).toBe(row);
    expect(said(row.on, [statement({})])).toEqual([rule]);
    expect(said(row.on, [statement({ StringEquals: { "aws:SourceAccount": "999988887777" } })])).toEqual([]);
    const account = row.isGlobal ? "" : "999988887777";
    const arn = { ArnLike: { "aws:SourceArn": `arn:aws:${row.arn}:*:${account}:*` } };
    expect(said(row.on, [statement(arn)])).toEqual(row.isGlobal ? [rule] : []);
  });
});
