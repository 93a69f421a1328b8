// A policy of any class, with parameters where it has some, is judged alike in every input format.

import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";
import type { Form } from "../../src/examples/form.ts";
import { cloudformationJson, forms } from "../../src/examples/forms.ts";
import type { Caller } from "../../src/findings/report.ts";
import type { ExampleParameter } from "../../src/rules/rule.ts";
import { type Drawn, everyClass, placesOf } from "./every-class.ts";
import { PATIENCE, running } from "./runs.ts";
import { templates } from "./templates.ts";

interface Written extends Drawn {
  readonly parameters: Readonly<Record<string, ExampleParameter>>;
}

const written: fc.Arbitrary<Written> = fc.oneof(
  everyClass.map((one) => ({ ...one, parameters: {} })),
  templates.map(({ policy, parameters }) => ({ policy, parameters: withoutLists(parameters), on: "trust" })),
);

/** The examples' policy documents hold a list as one item of a list, which is wrong as soon as its value is known. */
function withoutLists(parameters: Written["parameters"]): Written["parameters"] {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, one]) => [name, one.list === true ? { list: true } : one]),
  );
}

const TELLING_PARTITIONS = /ARN:|arn:(?!aws:)/;

const CONFIG: Config = {
  audience: "customers",
  accounts: { own: ["999988887777"], organization: ["222233334444"] },
  organizationIds: ["o-own1234567", "o-ownorg1234"],
  vendors: [
    { name: "Single", tenancy: "single", accounts: ["111122223333"] },
    { name: "Multi", tenancy: "multi", accounts: ["444455556666"] },
  ],
};

/** Which rules speak of whom; undefined: the format cannot say the policy. */
function said(form: Form, one: Written): readonly string[] | undefined {
  const made = form.write(one.policy, one.parameters, placesOf(one));
  if ("reason" in made) return undefined;
  const { findings, unknowns, errors } = check({ files: made.files, config: CONFIG });
  // Both branches of a condition stand in one place in some formats, and in two in others.
  const of = (line: string, callers: readonly Caller[]) =>
    callers.length === 0 ? [line] : callers.map((caller) => `${line} ${caller.account ?? caller.class}`);
  return [
    ...findings.flatMap(({ rule, callers }) => of(rule, callers)),
    ...unknowns.flatMap(({ rule, reason, callers }) => of(`?${rule} ${reason}`, callers)),
    ...errors.map(({ message }) => message),
  ];
}

test.each(forms.filter((form) => form !== cloudformationJson))(
  "$name",
  (form) => {
    fc.assert(
      fc.property(written, (one) => {
        // The CDK writes the stack's partition in the place of a principal's.
        fc.pre(form.name !== "CDK" || !TELLING_PARTITIONS.test(JSON.stringify(one.policy)));
        const other = said(form, one);
        fc.pre(other !== undefined);
        expect(new Set(other)).toEqual(new Set(said(cloudformationJson, one)));
      }),
      running(0.05),
    );
  },
  PATIENCE,
);

test.each(forms.filter((form) => form !== cloudformationJson).map((form) => [form.name, form] as const))(
  "%s: what Fn::Sub leaves as it is, without its mark",
  (_, form) => {
    const Condition = { StringEquals: { "sts:ExternalId": { "Fn::Sub": "${Id}-${!aws:username}" } } };
    const Statement = [{ Effect: "Allow", Principal: { AWS: "444455556666" }, Action: "sts:AssumeRole", Condition }];
    const one: Written = { policy: { Version: "2012-10-17", Statement }, parameters: { Id: {} }, on: "trust" };
    const other = said(form, one);
    if (other !== undefined) expect(new Set(other)).toEqual(new Set(said(cloudformationJson, one)));
  },
);
