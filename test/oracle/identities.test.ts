// Identity policies at random: what the rules about the vendor's side say of them against what brute force finds.

import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";
import { deputyRules, type IdentityPolicy, type IdentityStatement } from "./identities.ts";
import { PATIENCE, running } from "./runs.ts";

const ACTIONS = ["sts:AssumeRole", "sts:AssumeRole", "sts:*", "*", "STS:assumerol?", "s3:*", "sts:TagSession"];
const RESOURCES = [
  ...["*", "arn:aws:iam::*:role/*", "arn:aws:iam::????????????:role/*", "arn:aws:iam::*", "arn:aws:s3:::b/*"],
  ...["arn:aws:iam::*:role/Example", "arn:aws:iam::*:role/Ex*", "arn:aws:iam::*:role/path/*", "*Example"],
  ...["arn:aws:iam::999988887777:role/*", "arn:aws:iam::222233334444:*", "arn:aws:iam::123123123123:role/*"],
  ...["arn:aws:iam::1*:role/*", "arn:aws:iam::6*:role/Example", "arn:aws:iam::111122223333:role/Example"],
];
const SUBJECTS = [
  { key: "sts:ExternalId", values: ["*", "id-1", "id-*", ""] },
  { key: "aws:ResourceAccount", values: ["999988887777", "222233334444", "123123123123", "1*", "9999*"] },
] as const;

const condition = fc.constantFrom(...SUBJECTS).chain(({ key, values }) =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          fc.constantFrom("StringEquals", "StringNotEquals", "StringLike", "StringNotLike"),
          fc.constantFrom("", "", "IfExists"),
          fc.uniqueArray(fc.constantFrom<string>(...values), { minLength: 1, maxLength: 2 }),
        )
        .map(([name, ifExists, texts]) => ({ [name + ifExists]: { [key]: texts } })),
    },
    { weight: 1, arbitrary: fc.constantFrom("true", "false").map((text) => ({ Null: { [key]: text } })) },
  ),
);

const some = (texts: readonly string[]) => fc.uniqueArray(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 });
const negatable = (name: string, texts: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(name, name, name, `Not${name}`), some(texts))
    .map(([element, values]) => ({ [element]: values }));

const statement = (Effect: string): fc.Arbitrary<IdentityStatement> =>
  fc
    .tuple(negatable("Action", ACTIONS), negatable("Resource", RESOURCES), fc.option(condition, { freq: 2 }))
    .map(([actions, resources, Condition]) => ({
      Effect,
      ...actions,
      ...resources,
      ...(Condition === null ? {} : { Condition }),
    }));

const drawn = fc
  .tuple(fc.array(statement("Allow"), { minLength: 1, maxLength: 2 }), fc.array(statement("Deny"), { maxLength: 2 }))
  .map(([allow, deny]): IdentityPolicy => ({ Version: "2012-10-17", Statement: [...allow, ...deny] }));

const CONFIG: Config = {
  audience: "customers",
  accounts: { own: ["999988887777"], organization: ["222233334444"] },
  vendors: [{ name: "Single", tenancy: "single", accounts: ["111122223333"] }],
};

function said(PolicyDocument: IdentityPolicy): string[] {
  const content = JSON.stringify({
    Resources: { R: { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument } } },
  });
  const { findings, unknowns, errors } = check({ files: [{ path: "t.json", content }], config: CONFIG });
  expect(errors).toEqual([]);
  return [...new Set([...findings.map(({ rule }) => rule), ...unknowns.map(({ rule }) => `?${rule}`)])].sort();
}

test(
  "the rules say what brute force finds, and nothing else",
  () => {
    fc.assert(
      fc.property(drawn, (policy) => {
        expect(said(policy)).toEqual(deputyRules(policy));
      }),
      running(0.5),
    );
  },
  PATIENCE,
);
