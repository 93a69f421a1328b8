// Trust policies at random, weighted towards what is hard: Deny idioms, qualifiers, wildcards, variables, companions, mixed callers.

import fc from "fast-check";
import type { Config } from "../../src/config/config.ts";
import { policiesOnCallers, someOf } from "./callers.ts";
import type { Policy, Statement, Texts } from "./request.ts";
import { ACCOUNTS, SUBJECTS, type Subject, TIED } from "./subjects.ts";

/** Two or three names are most of all, so that statements speak of the same ones. */
const account = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("444455556666", "111122223333") },
  { weight: 2, arbitrary: fc.constantFrom(...ACCOUNTS) },
);
const role = fc.oneof(
  { weight: 2, arbitrary: fc.constant("role/Vendor") },
  { weight: 3, arbitrary: fc.constantFrom("role/team/Vendor", "role/anything", "role/vendor") },
);
const principalArn = fc
  .tuple(account, fc.oneof(role, fc.constant("user/u1")))
  .map(([id, name]) => `arn:aws:iam::${id}:${name}`);

const element = fc.oneof(
  { weight: 6, arbitrary: fc.constant("*") },
  { weight: 5, arbitrary: account.map((id) => `arn:aws:iam::${id}:root`) },
  { weight: 3, arbitrary: account },
  { weight: 4, arbitrary: principalArn },
  { weight: 2, arbitrary: account.chain((id) => fc.constantFrom(...someOf(id))) },
  { weight: 2, arbitrary: account.map((id) => `arn:aws:sts::${id}:assumed-role/Vendor/alice`) },
  { weight: 1, arbitrary: fc.constantFrom("arn:aws:sts::444455556666:federated-user/u1", "AROAABCDEFGHIJKLMNOPQ") },
);

const action = fc.oneof(
  { weight: 6, arbitrary: fc.constant("sts:AssumeRole") },
  { weight: 5, arbitrary: fc.constantFrom("sts:*", "*", "STS:assumerole", "sts:Assume*", "sts:AssumeRol?") },
  { weight: 3, arbitrary: fc.constant(["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]) },
  { weight: 2, arbitrary: fc.constantFrom("sts:TagSession", "sts:SetSourceIdentity", "sts:AssumeRoleWith*") },
);

const qualifier = fc.constantFrom("", "", "", "", "", "ForAllValues:", "ForAnyValue:");
const spelling = fc.constantFrom<(key: string) => string>(...[0, 1, 2].map(() => (key: string) => key), (key) =>
  key.toLowerCase(),
);

interface Demand {
  readonly operator: string;
  readonly key: string;
  readonly texts: Texts;
}

/** `presence`: how often a condition asks whether the key is there, of seven. */
function about(subjects: readonly Subject[], presence: number): fc.Arbitrary<Demand> {
  return fc
    .oneof(...subjects.map(({ weight, ...subject }) => ({ weight, arbitrary: fc.constant(subject) })))
    .chain(({ keys, operators, values }) => {
      const key = fc.tuple(fc.constantFrom(...keys), spelling).map(([name, spelled]) => spelled(name));
      const text = fc.constantFrom(...values);
      const texts: fc.Arbitrary<Texts> = fc.oneof(
        { weight: 10, arbitrary: text },
        { weight: 5, arbitrary: fc.array(text, { minLength: 1, maxLength: 3 }) },
        { weight: 1, arbitrary: fc.constant([]) },
      );
      const plain = fc
        .tuple(qualifier, fc.constantFrom(...operators), fc.constantFrom("", "", "", "IfExists"))
        .map(([prefix, name, suffix]) => `${prefix}${name}${suffix}`);
      return fc.oneof(
        { weight: 7 - presence, arbitrary: fc.record({ operator: plain, key, texts }) },
        {
          weight: presence,
          arbitrary: fc.record({
            operator: fc.constantFrom("Null", "Null", "ForAllValues:Null"),
            key,
            texts: fc.constantFrom("true", "false"),
          }),
        },
      );
    });
}

const condition = about(SUBJECTS, 1);
const tied = fc.constantFrom(...TIED).chain((subjects) => fc.array(about(subjects, 2), { minLength: 2, maxLength: 3 }));

export const conditions: fc.Arbitrary<NonNullable<Statement["Condition"]>> = fc
  .oneof(
    { weight: 4, arbitrary: fc.array(condition, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: tied },
    {
      weight: 1,
      arbitrary: fc.tuple(tied, fc.array(condition, { minLength: 1, maxLength: 1 })).map((parts) => parts.flat()),
    },
  )
  .map((all) => {
    const block: Record<string, Record<string, Texts>> = {};
    for (const { operator, key, texts } of all) {
      block[operator] ??= {};
      (block[operator] as Record<string, Texts>)[key] = texts;
    }
    return block;
  });

const elements: fc.Arbitrary<Texts> = fc.oneof(
  { weight: 5, arbitrary: element },
  { weight: 2, arbitrary: fc.array(element, { minLength: 1, maxLength: 3 }) },
);
const spoken: fc.Arbitrary<Pick<Statement, "Action" | "NotAction">> = fc.oneof(
  { weight: 10, arbitrary: action.map((Action) => ({ Action })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("sts:TagSession", "sts:AssumeRole", "iam:*").map((NotAction) => ({ NotAction })),
  },
);

function statement(Effect: string, everyone: number): fc.Arbitrary<Statement> {
  const principal = fc.oneof(
    { weight: everyone, arbitrary: fc.constant<Texts>("*") },
    { weight: 4, arbitrary: elements },
  );
  return fc.tuple(principal, spoken, fc.option(conditions, { freq: 4 })).map(([AWS, action, Condition]) => ({
    Effect,
    Principal: { AWS },
    ...action,
    ...(Condition === null ? {} : { Condition }),
  }));
}

/** A Deny of whoever does not bring what it asks for: the idioms that people write. */
const idiom: fc.Arbitrary<Statement> = fc
  .tuple(
    fc.constantFrom(
      "StringNotEquals",
      "StringNotEqualsIfExists",
      "ForAllValues:StringNotEquals",
      "ForAnyValue:StringNotEquals",
      "StringNotLike",
    ),
    fc.uniqueArray(fc.constantFrom("sts:ExternalId", "aws:PrincipalAccount", "aws:PrincipalOrgID"), {
      minLength: 1,
      maxLength: 2,
    }),
    fc.constantFrom("sts:AssumeRole", "*", "sts:TagSession"),
  )
  .map(([operator, keys, Action]) => {
    const wanted: Readonly<Record<string, string>> = {
      "sts:ExternalId": "id-1",
      "aws:PrincipalAccount": "444455556666",
      "aws:PrincipalOrgID": "o-ownorg1234",
    };
    const texts = Object.fromEntries(keys.map((key) => [key, wanted[key] ?? ""]));
    return { Effect: "Deny", Principal: { AWS: "*" }, Action, Condition: { [operator]: texts } };
  });

export const denials: fc.Arbitrary<Statement> = fc.oneof(
  { weight: 2, arbitrary: idiom },
  { weight: 3, arbitrary: statement("Deny", 4) },
);
export const permissions: fc.Arbitrary<Statement> = statement("Allow", 1);

const version = fc.constantFrom<Partial<Policy>>(
  ...Array.from({ length: 8 }, () => ({ Version: "2012-10-17" })),
  ...[{ Version: "2008-10-17" }, {}],
);

const onAnything: fc.Arbitrary<Policy> = fc
  .tuple(
    version,
    fc.array(permissions, { minLength: 1, maxLength: 2 }),
    fc.array(denials, { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([Version, allowing, denying, denyFirst]) => ({
    ...Version,
    Statement: denyFirst ? [...denying, ...allowing] : [...allowing, ...denying],
  }));

export const policies: fc.Arbitrary<Policy> = fc.oneof(
  { weight: 3, arbitrary: onAnything },
  { weight: 1, arbitrary: policiesOnCallers },
);

const VENDORS = [
  { name: "Single", tenancy: "single", accounts: ["111122223333"] },
  { name: "Multi", tenancy: "multi", accounts: ["444455556666"] },
] as const;

export const configs: fc.Arbitrary<Config> = fc
  .record({
    vendors: fc.constantFrom(VENDORS, VENDORS, []),
    tenancy: fc.constantFrom({ tenancy: "single" } as const, { tenancy: "multi" } as const, {}),
    organizationIds: fc.constantFrom(["o-ownorg1234"], ["o-ownorg1234"], []),
  })
  .map(({ vendors, tenancy, organizationIds }) => ({
    accounts: { own: ["999988887777"], organization: ["222233334444"] },
    organizationIds,
    vendors,
    ...tenancy,
  }));
