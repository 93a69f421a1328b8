// Trust policies at random, weighted towards what is hard: Deny idioms, qualifiers, wildcards, variables, companions, mixed callers.

import fc from "fast-check";
import type { Config } from "../../src/config/config.ts";
import { CALLER_SUBJECTS, policiesOnCallers, someOf } from "./callers.ts";
import type { Policy, Statement, Texts } from "./request.ts";

const ACCOUNTS = ["111122223333", "444455556666", "777788889999", "999988887777", "222233334444", "123456789012"];

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

const STRINGS =
  "StringEquals StringNotEquals StringLike StringNotLike StringEqualsIgnoreCase StringNotEqualsIgnoreCase".split(" ");
const ARNS = "ArnEquals ArnNotEquals ArnLike ArnNotLike".split(" ");
const NUMBERS =
  "NumericEquals NumericNotEquals NumericLessThan NumericLessThanEquals NumericGreaterThan NumericGreaterThanEquals".split(
    " ",
  );
const DATES = "DateEquals DateNotEquals DateLessThan DateLessThanEquals DateGreaterThan DateGreaterThanEquals".split(
  " ",
);

interface Subject {
  readonly weight: number;
  readonly keys: readonly string[];
  readonly operators: readonly string[];
  readonly values: readonly string[];
}

const IDS = [
  "id-1",
  "id-2",
  "ID-1",
  "id-?",
  "id-*",
  "*",
  "",
  "my id",
  "anything",
  "${*}",
  "${aws:PrincipalAccount}",
  "id-${aws:username}",
  "${aws:PrincipalAccount}-${aws:username}",
  "${aws:PrincipalTag/team}-?",
];
const SOURCES = [
  "${aws:PrincipalTag/team}",
  "${aws:PrincipalTag/team, 'id-1'}",
  "${sts:RoleSessionName}",
  "${aws:userid}",
  "${aws:PrincipalOrgID}",
];
const PRINCIPALS = [
  "arn:aws:iam::444455556666:role/*",
  "arn:aws:iam::444455556666:role/team/*",
  "arn:aws:iam::*:role/Vendor",
  "arn:aws:iam::777788889999:role/Vendor",
  "arn:aws:iam::1111????3333:*",
  "arn:aws:iam::111122223333:user/u?",
  "arn:aws:iam::${aws:PrincipalAccount}:role/Vendor",
  "arn:aws:iam::${aws:PrincipalAccount}:role/team/${sts:RoleSessionName}",
  "arn:aws:iam::${aws:PrincipalTag/account}:role/Other",
  "arn:aws:iam::444455556666:user/${aws:username}",
  "arn:aws:iam::444455556666:role/${aws:PrincipalTag/team}",
  "arn:aws:iam::*:role/${aws:RequestTag/team, 'Vendor'}",
  "${aws:PrincipalArn}",
  "*Vendor*",
  "*",
  "arn:aws:iam::444455556666:root",
];

const SUBJECTS: readonly Subject[] = [
  { weight: 12, keys: ["sts:ExternalId"], operators: STRINGS, values: [...IDS, ...SOURCES] },
  {
    weight: 6,
    keys: ["aws:PrincipalAccount"],
    operators: STRINGS,
    values: [...ACCOUNTS, "1111*", "44445555????", "*", "${aws:ResourceAccount}", "${aws:PrincipalTag/account}"],
  },
  { weight: 6, keys: ["aws:PrincipalArn"], operators: [...ARNS, ...STRINGS], values: PRINCIPALS },
  ...CALLER_SUBJECTS,
  {
    weight: 4,
    keys: ["aws:PrincipalOrgID"],
    operators: STRINGS,
    values: ["o-ownorg1234", "o-foreign999", "o-*", "O-OWNORG1234", "${aws:ResourceOrgID}", "${aws:PrincipalTag/team}"],
  },
  {
    weight: 3,
    keys: ["aws:PrincipalOrgPaths"],
    operators: STRINGS,
    values: [
      "o-ownorg1234/*",
      "o-ownorg1234/r-ab12/ou-ab12-11111111/*",
      "o-foreign999/r-zz99/",
      "o-*/r-ab12/*",
      "${aws:PrincipalOrgID}/*",
    ],
  },
  {
    weight: 1,
    keys: ["aws:PrincipalType", "aws:username"],
    operators: STRINGS,
    values: ["AssumedRole", "User", "A*", "u1", "u*", "${aws:PrincipalTag/team}"],
  },
  {
    weight: 1,
    keys: ["aws:userid"],
    operators: STRINGS,
    values: ["*:alice", "AROA*", "AIDA*", "AROAABCDEFGHIJKLMNOPQ:*", "*:*", "*:${aws:PrincipalTag/team}"],
  },
  {
    weight: 3,
    keys: ["sts:RoleSessionName"],
    operators: STRINGS,
    values: ["alice", "a*", "${aws:username}", "${aws:PrincipalTag/team}"],
  },
  {
    weight: 4,
    keys: ["aws:PrincipalTag/team", "aws:RequestTag/team", "sts:SourceIdentity", "aws:SourceIdentity"],
    operators: STRINGS,
    values: ["red", "Red", "r*", "${aws:username}", "x-${aws:PrincipalAccount}", "${sts:ExternalId}"],
  },
  { weight: 2, keys: ["aws:TagKeys", "sts:TransitiveTagKeys"], operators: STRINGS, values: ["team", "t*", "other"] },
  {
    weight: 3,
    keys: ["aws:MultiFactorAuthPresent", "aws:SecureTransport", "aws:PrincipalIsAWSService", "aws:ViaAWSService"],
    operators: ["Bool"],
    values: ["true", "false", "True"],
  },
  {
    weight: 2,
    keys: ["aws:MultiFactorAuthAge", "aws:RequestTag/level"],
    operators: NUMBERS,
    values: ["10", "11", "12.5", "10.0"],
  },
  {
    weight: 2,
    keys: ["aws:SourceIp", "aws:VpcSourceIp"],
    operators: ["IpAddress", "NotIpAddress"],
    values: ["10.0.0.0/8", "10.1.0.0/16", "0.0.0.0/0", "2001:db8::/32"],
  },
  {
    weight: 2,
    keys: ["aws:CurrentTime", "aws:EpochTime"],
    operators: DATES,
    values: ["2030-01-01T00:00:00Z", "2029-12-31T23:00:00-01:00", "1893456001"],
  },
  {
    weight: 2,
    keys: ["aws:SourceAccount", "aws:SourceArn", "aws:ResourceAccount"],
    operators: STRINGS,
    values: ["999988887777", "*"],
  },
  { weight: 1, keys: ["aws:ResourceTag/team", "example:Unknown"], operators: STRINGS, values: ["red", "r*"] },
];

const qualifier = fc.constantFrom("", "", "", "", "", "ForAllValues:", "ForAnyValue:");
const spelling = fc.constantFrom<(key: string) => string>(...[0, 1, 2].map(() => (key: string) => key), (key) =>
  key.toLowerCase(),
);

const condition = fc
  .oneof(...SUBJECTS.map(({ weight, ...subject }) => ({ weight, arbitrary: fc.constant(subject) })))
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
      { weight: 6, arbitrary: fc.record({ operator: plain, key, texts }) },
      {
        weight: 1,
        arbitrary: fc.record({
          operator: fc.constantFrom("Null", "Null", "ForAllValues:Null"),
          key,
          texts: fc.constantFrom("true", "false"),
        }),
      },
    );
  });

export const conditions: fc.Arbitrary<NonNullable<Statement["Condition"]>> = fc
  .array(condition, { minLength: 1, maxLength: 3 })
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
