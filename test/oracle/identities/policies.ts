// Identity policies at random, on roles of any account.

import fc from "fast-check";
import type { IdentityPolicy, IdentityStatement } from "./evaluate.ts";

const ACTIONS = ["sts:AssumeRole", "sts:AssumeRole", "sts:*", "*", "STS:assumerol?", "s3:*", "sts:TagSession"];
const RESOURCES = [
  ...["*", "arn:aws:iam::*:role/*", "arn:aws:iam::????????????:role/*", "arn:aws:iam::*", "arn:aws:s3:::b/*"],
  ...["arn:aws:iam::*:role/Example", "arn:aws:iam::*:role/Ex*", "arn:aws:iam::*:role/path/*", "*Example"],
  ...["arn:aws:iam::999988887777:role/*", "arn:aws:iam::222233334444:*", "arn:aws:iam::123123123123:role/*"],
  ...["arn:aws:iam::1*:role/*", "arn:aws:iam::6*:role/Example", "arn:aws:iam::111122223333:role/Example"],
  ...["arn:aws:iam::${aws:PrincipalAccount}:role/*", "arn:aws:iam::*:role/${aws:PrincipalTag/team}"],
  ...["arn:aws:iam::*:role/*/*", "arn:aws:*::*:role/*", "arn:*", "*:role/*", "arn:aws:iam::*:user/*", "arn:aws:iam::"],
];

interface Subject {
  readonly weight: number;
  readonly keys: readonly string[];
  readonly values: readonly string[];
  readonly operators: readonly string[];
}

const TEXT = ["StringEquals", "StringNotEquals", "StringLike", "StringNotLike"];
const MORE = [...TEXT, ...TEXT, "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"];
const SUBJECTS: readonly Subject[] = [
  {
    weight: 4,
    keys: ["sts:ExternalId", "sts:ExternalId", "sts:externalid"],
    values: ["*", "id-1", "id-*", "", "?*", "ID-1", "${aws:PrincipalAccount}", "${aws:PrincipalTag/team}"],
    operators: MORE,
  },
  {
    weight: 4,
    keys: ["aws:ResourceAccount", "aws:ResourceAccount", "AWS:resourceaccount"],
    values: [
      ...["999988887777", "222233334444", "123123123123", "1*", "9999*", "${aws:PrincipalAccount}", "*"],
      ...["${aws:PrincipalTag/team}", "${aws:ResourceAccount}"],
    ],
    operators: MORE,
  },
  {
    weight: 2,
    keys: ["aws:ResourceOrgID"],
    values: ["o-own1234567", "o-else123456", "o-*", "${aws:PrincipalOrgID}", "O-OWN1234567"],
    operators: MORE,
  },
  {
    weight: 2,
    keys: ["aws:ResourceOrgPaths"],
    values: ["o-own1234567/*", "o-else123456/r-ab12/*", "o-*", "${aws:PrincipalOrgID}/*"],
    operators: TEXT,
  },
  { weight: 1, keys: ["aws:PrincipalOrgID"], values: ["o-own1234567", "${aws:ResourceOrgID}"], operators: MORE },
  { weight: 1, keys: ["aws:PrincipalTag/team"], values: ["red", "id-1", "r*"], operators: MORE },
  { weight: 1, keys: ["sts:RoleSessionName"], values: ["red", "r*", "${sts:ExternalId}"], operators: MORE },
  { weight: 1, keys: ["aws:SecureTransport"], values: ["true", "false"], operators: ["Bool"] },
];

const condition = fc
  .oneof(...SUBJECTS.map((one) => ({ weight: one.weight, arbitrary: fc.constant(one) })))
  .chain(({ keys, values, operators }) =>
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .tuple(
            fc.constantFrom("", "", "", "", "ForAllValues:", "ForAnyValue:"),
            fc.constantFrom(...operators),
            fc.constantFrom("", "", "IfExists"),
            fc.constantFrom(...keys),
            fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }),
          )
          .map(([quantifier, name, ifExists, key, texts]) => ({
            // What AWS makes of both together nobody tells.
            [quantifier === "" ? name + ifExists : quantifier + name]: { [key]: texts },
          })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...keys), fc.constantFrom("true", "false"))
          .map(([key, text]) => ({ Null: { [key]: text } })),
      },
    ),
  );

const some = (texts: readonly string[]) => fc.uniqueArray(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 });
const negatable = (name: string, texts: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(name, name, name, `Not${name}`), some(texts))
    .map(([element, values]) => ({ [element]: values }));

const statement = (Effect: string): fc.Arbitrary<IdentityStatement> =>
  fc
    .tuple(
      negatable("Action", ACTIONS),
      negatable("Resource", RESOURCES),
      fc.option(fc.array(condition, { minLength: 1, maxLength: 2 }), { freq: 3 }),
    )
    .map(([actions, resources, conditions]) => ({
      Effect,
      ...actions,
      ...resources,
      ...(conditions === null ? {} : { Condition: Object.assign({}, ...conditions) }),
    }));

export const identityPolicies = fc
  .tuple(
    fc.constantFrom("2012-10-17", "2012-10-17", "2012-10-17", "2008-10-17"),
    fc.array(statement("Allow"), { minLength: 1, maxLength: 2 }),
    fc.array(statement("Deny"), { maxLength: 2 }),
  )
  .map(([Version, allow, deny]): IdentityPolicy => ({ Version, Statement: [...allow, ...deny] }));
