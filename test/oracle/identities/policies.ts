// Identity policies at random, on roles of any account.

import fc from "fast-check";
import type { IdentityPolicy, IdentityStatement } from "./evaluate.ts";

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

export const identityPolicies = fc
  .tuple(fc.array(statement("Allow"), { minLength: 1, maxLength: 2 }), fc.array(statement("Deny"), { maxLength: 2 }))
  .map(([allow, deny]): IdentityPolicy => ({ Version: "2012-10-17", Statement: [...allow, ...deny] }));
