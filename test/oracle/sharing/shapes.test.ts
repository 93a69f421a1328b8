// A policy is judged among others that read like it, but for accounts, external ids and parameters, as it is judged alone.

import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Config } from "../../../src/config/config.ts";
import type { Report } from "../../../src/findings/report.ts";
import type { Json } from "../../../src/text/document.ts";
import { PATIENCE, running } from "../runs.ts";

/** What differs between policies of one form: some of each are told from others by the configuration, the catalogue, or us. */
const ACCOUNTS = [
  "200000000019",
  "200000000027",
  "300000000011",
  "999988887777",
  "222233334444",
  "111122223333",
  "444455556666",
  "464622532012",
  "600000000006",
];
const IDS: readonly Json[] = [
  // With the account of the same number in them.
  "ACCOUNT",
  "id-ACCOUNT",
  "ACCOUNT-*",
  "acme-4711",
  "acme-4712",
  "c0ffee00-aaaa",
  "anything",
  "anything-else",
  "AssumedRole",
  "true",
  "x",
  "changeme",
  "ExampleMulti",
  "200000000019",
  "id-200000000027",
  "acme-*",
  "not sendable",
  "",
  { Ref: "Open" },
  { Ref: "Held" },
  { Ref: "Defaulted" },
  "${aws:PrincipalAccount}",
];

/** Numbers stand for what differs: two of a number are equal in each policy. */
interface Form {
  readonly principals: readonly (readonly [form: string, account: number])[];
  readonly conditions: readonly (readonly [operator: string, key: string, ids: readonly number[]])[];
  readonly effect: string;
}

const place = fc.nat({ max: 1 });
const principal = fc.tuple(
  fc.constantFrom(
    "A",
    "A",
    "arn:aws:iam::A:root",
    "arn:aws:iam::A:role/r",
    "arn:aws:sts::A:assumed-role/r/s",
    "*",
    "P",
  ),
  place,
);
const condition = fc.tuple(
  fc.constantFrom(
    ...["StringEquals", "StringEquals", "StringEquals", "StringNotEquals", "StringEqualsIfExists", "StringLike"],
    ...["StringEqualsIgnoreCase", "ForAnyValue:StringEquals", "Null"],
  ),
  fc.constantFrom("sts:ExternalId", "sts:ExternalId", "sts:ExternalId", "sts:RoleSessionName", "aws:PrincipalAccount"),
  fc.array(place, { minLength: 1, maxLength: 2 }),
);
const form: fc.Arbitrary<Form> = fc.record({
  principals: fc.array(principal, { minLength: 1, maxLength: 2 }),
  conditions: fc.array(condition, { maxLength: 1 }),
  effect: fc.constantFrom("Allow", "Allow", "Allow", "Deny"),
});

interface Filling {
  readonly accounts: readonly string[];
  readonly ids: readonly Json[];
  readonly parameters: readonly string[];
}

const two = <T>(of: readonly T[]) => fc.array(fc.constantFrom(...of), { minLength: 2, maxLength: 2 });
const filling: fc.Arbitrary<Filling> = fc.record({
  accounts: two(ACCOUNTS),
  ids: two(IDS),
  parameters: two(["Open", "Held", "Defaulted", "Listed"]),
});

function role(forms: readonly Form[], { accounts, ids, parameters }: Filling): Json {
  const statements = forms.map(({ principals, conditions, effect }): Json => {
    const AWS = principals.map(([text, number]): Json => {
      return text === "P" ? { Ref: parameters[number] as string } : text.replace("A", accounts[number] as string);
    });
    const Condition: Record<string, Record<string, Json>> = {};
    for (const [operator, key, numbers] of conditions) {
      const values = numbers.map((number): Json => {
        const value = key.startsWith("aws:") ? "ACCOUNT" : ids[number];
        return typeof value === "string" ? value.replace("ACCOUNT", accounts[number] as string) : (value as Json);
      });
      Condition[operator] = { ...Condition[operator], [key]: operator === "Null" ? "true" : values };
    }
    return { Effect: effect, Action: "sts:AssumeRole", Principal: { AWS }, Condition };
  });
  return {
    Type: "AWS::IAM::Role",
    Properties: { AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: statements } },
  };
}

const Parameters = {
  Open: { Type: "String" },
  Held: { Type: "String", AllowedPattern: "^[0-9]{12}$" },
  Defaulted: { Type: "String", Default: "200000000019" },
  Listed: { Type: "CommaDelimitedList" },
};

const vendors = [
  { name: "ExampleSingle", tenancy: "single", accounts: ["111122223333"] },
  { name: "ExampleMulti", tenancy: "multi", accounts: ["300000000011"] },
] as const;
const accounts = { own: ["999988887777"], organization: ["222233334444"] };
const configs = fc.constantFrom<Config[]>(
  {},
  { accounts },
  { accounts, vendors },
  { accounts, vendors, tenancy: "single" },
  { accounts, tenancy: "single", audience: "customers" },
);

function reportOn(roles: Readonly<Record<string, Json>>, config: Config): Report {
  const template = { AWSTemplateFormatVersion: "2010-09-09", Parameters, Resources: roles };
  return check({ files: [{ path: "a.json", content: JSON.stringify(template, null, 1) }], config });
}

/** All that is said of a role, wherever it stands. */
function said({ findings, unknowns, grants }: Report, id: string): unknown {
  const first = Math.min(...grants.filter(({ resource }) => resource.id === id).map(({ line }) => line));
  return JSON.parse(
    JSON.stringify(
      [findings, unknowns, grants].map((all) => all.filter(({ resource }) => resource.id === id)),
      (key, value) => (/line$/i.test(key) ? value - first : value),
    ),
  );
}

test(
  "a policy is judged among others of its form as it is alone",
  () => {
    fc.assert(
      fc.property(
        fc.array(form, { minLength: 1, maxLength: 2 }),
        fc.array(filling, { minLength: 4, maxLength: 6 }),
        configs,
        (forms, fillings, config) => {
          const roles = Object.fromEntries(fillings.map((one, index) => [`R${index}`, role(forms, one)]));
          const together = reportOn(roles, config);
          for (const [id, one] of Object.entries(roles)) {
            expect(said(together, id)).toEqual(said(reportOn({ [id]: one }, config), id));
          }
        },
      ),
      running(1),
    );
  },
  PATIENCE,
);

test.each([
  ["StringEquals", "ACCOUNT"],
  ["StringEquals", "id-ACCOUNT"],
  ["StringLike", "id-ACCOUNT*"],
  ["StringEqualsIgnoreCase", "id-ACCOUNT"],
  ["StringNotEquals", "ACCOUNT"],
])("an id with an account in it is of one policy alone: %s %s", (operator, id) => {
  const forms: readonly Form[] = [
    { principals: [["A", 0]], conditions: [[operator, "sts:ExternalId", [0]]], effect: "Allow" },
  ];
  const filled = ["200000000019", "300000000011", "200000000027"].map((account): Filling => {
    return { accounts: [account, account], ids: [id, id], parameters: [] };
  });
  // One more has the account of another in its id.
  const roles = [...filled, { ...filled[0], ids: ["200000000027"] } as Filling].map((one) => role(forms, one));
  const all = Object.fromEntries(roles.map((one, index) => [`R${index}`, one]));
  const together = reportOn(all, {});
  for (const [name, one] of Object.entries(all)) {
    expect(said(together, name)).toEqual(said(reportOn({ [name]: one }, {}), name));
  }
});
