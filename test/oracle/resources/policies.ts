// Policies of buckets, queues and keys at random.

import fc from "fast-check";
import type { Config } from "../../../src/config/config.ts";
import type { ResourcePolicy, ResourceStatement } from "./evaluate.ts";

export const CARRIERS = {
  s3: { type: "AWS::S3::BucketPolicy", property: "PolicyDocument", unsigned: true },
  sqs: { type: "AWS::SQS::QueuePolicy", property: "PolicyDocument", unsigned: true },
  kms: { type: "AWS::KMS::Key", property: "KeyPolicy", unsigned: false },
} as const;
const ACTIONS: Readonly<Record<keyof typeof CARRIERS, readonly string[]>> = {
  s3: ["s3:GetObject", "s3:PutObject", "s3:*", "s3:Get*", "S3:getobject"],
  sqs: ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:*"],
  kms: ["kms:Decrypt", "kms:*", "kms:Encrypt"],
};
const RESOURCES: Readonly<Record<keyof typeof CARRIERS, readonly string[]>> = {
  s3: ["arn:aws:s3:::b/*", "arn:aws:s3:::b/private/*", "arn:aws:s3:::b/pub?", "arn:aws:s3:::b"],
  sqs: ["*"],
  kms: ["*"],
};

const ACCOUNTS = ["444455556666", "111122223333", "222233334444", "999988887777", "123123123123"];
const element = fc.oneof(
  { weight: 2, arbitrary: fc.constant("*") },
  { weight: 2, arbitrary: fc.constantFrom(...ACCOUNTS) },
  { weight: 1, arbitrary: fc.constantFrom(...ACCOUNTS).map((id) => `arn:aws:iam::${id}:root`) },
  { weight: 1, arbitrary: fc.constantFrom(...ACCOUNTS).map((id) => `arn:aws:iam::${id}:role/app`) },
);
const SUBJECTS = [
  { key: "aws:PrincipalAccount", values: [...ACCOUNTS, "1111*", "anonymous"] },
  { key: "aws:PrincipalOrgID", values: ["o-own1234567", "o-else123456", "o-*"] },
  { key: "aws:PrincipalArn", values: ["arn:aws:iam::444455556666:role/a*", "arn:aws:iam::999988887777:role/app", "*"] },
  { key: "aws:SourceArn", values: ["arn:aws:sns:us-east-1:999988887777:t"] },
  { key: "aws:SourceOwner", values: ["999988887777", "123123123123"] },
  { key: "kms:CallerAccount", values: ["999988887777", "444455556666"] },
  { key: "kms:ViaService", values: ["s3.us-east-1.amazonaws.com", "s3.*"] },
  { key: "s3:prefix", values: ["home/*", "home/"] },
] as const;
const operator = fc
  .tuple(
    fc.constantFrom("", "", "", "", "ForAllValues:", "ForAnyValue:"),
    fc.constantFrom("StringEquals", "StringNotEquals", "StringLike", "StringNotLike"),
    fc.constantFrom("", "", "IfExists"),
  )
  // What AWS makes of both together nobody tells.
  .map(([quantifier, name, ifExists]) => (quantifier === "" ? name + ifExists : quantifier + name));
const condition = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(...SUBJECTS)
      .chain(({ key, values }) =>
        fc
          .tuple(operator, fc.uniqueArray(fc.constantFrom<string>(...values), { minLength: 1, maxLength: 2 }))
          .map(([name, texts]) => ({ [name]: { [key]: texts } })),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...SUBJECTS), fc.constantFrom("true", "false"))
      .map(([{ key }, text]) => ({ Null: { [key]: text } })),
  },
  { weight: 1, arbitrary: fc.constantFrom("true", "false").map((text) => ({ Bool: { "aws:SecureTransport": text } })) },
);

function statement(service: keyof typeof CARRIERS, Effect: string): fc.Arbitrary<ResourceStatement> {
  const principal = fc.oneof(
    { weight: 3, arbitrary: fc.constant({ Principal: "*" }) },
    {
      weight: 4,
      arbitrary: fc
        .uniqueArray(element, { minLength: 1, maxLength: 2 })
        .map((AWS) => ({ Principal: { AWS } }) as Pick<ResourceStatement, "Principal">),
    },
  );
  return fc
    .tuple(
      principal,
      fc.uniqueArray(fc.constantFrom(...ACTIONS[service]), { minLength: 1, maxLength: 2 }),
      fc.uniqueArray(fc.constantFrom(...RESOURCES[service]), { minLength: 1, maxLength: 2 }),
      fc.option(fc.array(condition, { minLength: 1, maxLength: 2 }), { freq: 4 }),
    )
    .map(([who, Action, Resource, conditions]) => ({
      Effect,
      ...who,
      Action,
      Resource,
      ...(conditions === null ? {} : { Condition: Object.assign({}, ...conditions) }),
    }));
}

export const resourcePolicies = fc.constantFrom<keyof typeof CARRIERS>("s3", "sqs", "kms").chain((service) =>
  fc.record({
    service: fc.constant(service),
    policy: fc
      .tuple(
        fc.array(statement(service, "Allow"), { minLength: 1, maxLength: 2 }),
        fc.array(statement(service, "Deny"), { maxLength: 2 }),
      )
      .map(([allow, deny]): ResourcePolicy => ({ Version: "2012-10-17", Statement: [...allow, ...deny] })),
  }),
);

const VENDORS = [
  { name: "Single", tenancy: "single", accounts: ["111122223333"] },
  { name: "Multi", tenancy: "multi", accounts: ["444455556666"] },
] as const;
export const resourceConfigs = fc
  .record({
    vendors: fc.constantFrom(VENDORS, []),
    tenancy: fc.constantFrom({ tenancy: "single" } as const, { tenancy: "multi" } as const),
  })
  .map(
    ({ vendors, tenancy }): Config => ({
      accounts: { own: ["999988887777"], organization: ["222233334444"] },
      organizationIds: ["o-own1234567"],
      vendors,
      ...tenancy,
    }),
  );
