// Random statements of trust policies: of a few forms, each filled in with accounts and ids, of which some are told from others.

import fc from "fast-check";
import type { Config } from "../../../src/config/config.ts";
import type { Json } from "../../../src/text/document.ts";

/** Whoever is in it is told from others. Without vendors an undeclared account is no finding. */
export const CONFIG: Config = {
  accounts: { own: ["999988887777"], organization: ["222233334444"] },
  organizationIds: ["o-own1234567"],
};
export const WITH_VENDORS: Config = {
  ...CONFIG,
  vendors: [{ name: "Acme", tenancy: "multi", accounts: ["300000000011"] }],
};

const ACCOUNTS = ["200000000019", "200000000027", "999988887777", "300000000011", "464622532012", "444455556666"];
const account = fc.constantFrom(...ACCOUNTS.slice(0, 2), ...ACCOUNTS);
const IDS: readonly Json[] = [
  ...["c0ffee00-aaaa", "c0ffee00-bbbb", "ACCOUNT", "id-ACCOUNT", "ACCOUNT-*", "changeme", "acme", "Allow", "", "x"],
  ...[
    "sts:AssumeRole",
    "ANY",
    "anything",
    4711,
    { Ref: "Open" },
    "{{resolve:ssm:id}}",
    "${aws:PrincipalAccount}",
    null,
  ],
];
const id = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...IDS.slice(0, 2)) },
  { weight: 1, arbitrary: fc.constantFrom(...IDS) },
);
const FORMS = [
  "A",
  "arn:aws:iam::A:root",
  "arn:aws:iam::A:role/r",
  "arn:aws:iam::A:role/200000000019",
  "arn:aws-cn:iam::A:root",
  "*",
];
export interface Form {
  readonly principals: readonly string[];
  readonly type: string;
  readonly operator: string;
  readonly key: string;
  readonly effect: string;
  readonly sid: string;
  readonly isList: boolean;
}
export const form: fc.Arbitrary<Form> = fc.record({
  principals: fc.array(fc.constantFrom("A", ...FORMS), { minLength: 1, maxLength: 2 }),
  type: fc.constantFrom("AWS", "AWS", "AWS", "AWS", "Service", "Federated", "Fn::If"),
  operator: fc.constantFrom(
    "StringEquals",
    "StringEquals",
    "StringEquals",
    "StringLike",
    "StringNotEquals",
    "Ref",
    "Fn::If",
  ),
  key: fc.constantFrom(
    "sts:ExternalId",
    "sts:ExternalId",
    "sts:ExternalId",
    "sts:externalID",
    "aws:PrincipalAccount",
    "Ref",
  ),
  effect: fc.constantFrom("Allow", "Allow", "Allow", "Deny"),
  sid: fc.constantFrom("S", "S", "A", "S 1"),
  isList: fc.boolean(),
});
export interface Filling {
  readonly accounts: readonly string[];
  readonly id: Json;
}
export const filling: fc.Arbitrary<Filling> = fc.record({ accounts: fc.tuple(account, account), id });

export function filled(
  { principals, type, operator, key, effect, sid, isList }: Form,
  { accounts, id: value }: Filling,
): Json {
  const whom = principals.map((text, index) => text.replace("A", accounts[index] ?? ""));
  const text = typeof value === "string" ? value.replace("ACCOUNT", accounts[0] ?? "") : value;
  return {
    ...{ Sid: sid, Effect: effect, Action: "sts:AssumeRole" },
    Principal:
      type === "Service" ? { Service: "ec2.amazonaws.com", AWS: whom } : { [type]: isList ? whom : (whom[0] ?? "") },
    Condition: { [operator]: { [key]: isList ? [text] : text } },
  };
}
