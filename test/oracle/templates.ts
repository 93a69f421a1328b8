// Policies with parameters, lists and conditions at random, and what deployment may make of them.

import fc from "fast-check";
import type { ExampleParameter } from "../../src/rules/rule.ts";
import { isList, isObject, type Json } from "../../src/text/document.ts";
import { conditions, denials, permissions } from "./policies.ts";
import { OWN, type Policy } from "./request.ts";

export interface Template {
  readonly policy: Json;
  readonly parameters: Readonly<Record<string, ExampleParameter>>;
}

/** What a deployment decides. */
export interface Completion {
  readonly parameters: Readonly<Record<string, string | readonly string[]>>;
  readonly conditions: Readonly<Record<string, boolean>>;
}

const DIGITS = "^[0-9]{12}$";

interface Parameter {
  readonly forms: readonly ExampleParameter[];
  /** What people may give, besides what the form lists; the first is spelled out nowhere. */
  readonly values: readonly string[];
}

/** The parameters that the templates use; an account inside an ARN can only be twelve digits. */
const PARAMETERS: Readonly<Record<string, Parameter>> = {
  Account: {
    forms: [
      {},
      { default: "777788889999" },
      { default: "" },
      { allowedValues: ["111122223333", "777788889999"] },
      { allowedPattern: DIGITS },
    ],
    values: ["606060606060", "444455556666", "777788889999", OWN.account],
  },
  Whole: {
    forms: [{}, { default: "123456789012" }, { allowedPattern: DIGITS }, { allowedValues: ["777788889999", "*"] }],
    values: [
      "707070707070",
      "*",
      "444455556666",
      "arn:aws:iam::777788889999:root",
      "arn:aws:iam::505050505050:role/Vendor",
    ],
  },
  Arn: {
    forms: [
      {},
      { default: "arn:aws:iam::123456789012:role/Default" },
      { allowedPattern: "^arn:aws:iam::[0-9]{12}:role/.+$" },
    ],
    values: ["arn:aws:iam::505050505050:role/Vendor", "arn:aws:iam::444455556666:role/Vendor"],
  },
  Id: {
    forms: [{}, { default: "id-1" }, { default: "" }, { allowedValues: ["id-1", "id-2"] }],
    values: ["Completed-1", "id-1", "*", "id-*", "x"],
  },
  Organization: {
    forms: [{}, { default: "o-foreign999" }],
    values: ["o-completed99", OWN.organization, "o-foreign999"],
  },
  Accounts: {
    forms: [{ list: true }, { list: true, default: "777788889999,123456789012" }],
    values: ["808080808080", "444455556666", "arn:aws:iam::777788889999:root"],
  },
  Ids: { forms: [{ list: true }], values: ["Completed-2", "id-2"] },
  Name: {
    forms: [{}, { default: "Vendor" }, { allowedPattern: "^[a-z-]+$" }, { allowedValues: ["Vendor", "Other"] }],
    values: ["completed-role", "Vendor", "anything", "app", "svc"],
  },
};

const VENDOR = "arn:aws:iam::444455556666:root";
const principal = fc.constantFrom<Json>(
  { Ref: "Whole" },
  { Ref: "Account" },
  { Ref: "Accounts" },
  { "Fn::Sub": "arn:aws:iam::${Account}:root" },
  { "Fn::Sub": "arn:${AWS::Partition}:iam::${Account}:role/Vendor" },
  { "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:root" },
  { "Fn::Sub": "arn:aws:iam::444455556666:role/${Name}" },
  { "Fn::Sub": "arn:aws:iam::${Account}:role/team/${Name}" },
  { "Fn::Sub": "arn:aws:sts::444455556666:assumed-role/${Name}/alice" },
  { "Fn::If": ["First", VENDOR, "*"] },
  { "Fn::If": ["First", { "Fn::Sub": "arn:aws:iam::${Account}:root" }, VENDOR] },
  { "Fn::If": ["Second", { Ref: "Whole" }, { Ref: "AWS::NoValue" }] },
  ["111122223333", { "Fn::Sub": "arn:aws:iam::${Account}:root" }],
  { "Fn::Sub": "arn:aws:iam::${Account}:role/app" },
  { "Fn::Sub": "arn:${AWS::Partition}:iam::444455556666:user/${Name}" },
  { "Fn::Sub": "arn:aws:sts::444455556666:assumed-role/app/${Name}" },
  ["arn:aws:iam::444455556666:role/app", "arn:aws:iam::444455556666:user/svc"],
  "444455556666",
  "*",
  VENDOR,
);

const id = fc.constantFrom<Json>(
  ...[{ Ref: "Id" }, { Ref: "Ids" }, ["id-2", { Ref: "Id" }], { "Fn::Sub": "acme-${Id}" }, { "Fn::Sub": "${Id}*" }],
  ...[{ "Fn::If": ["First", "id-1", { Ref: "Id" }] }, { "Fn::If": ["Second", "*", "id-2"] }],
  ...[
    { "Fn::Sub": "${Id}-${!aws:username}" },
    { "Fn::Sub": "${!aws:PrincipalAccount}-${Id}" },
    "${aws:PrincipalTag/team}",
  ],
);
const operator = fc.constantFrom(
  ...[
    "StringEquals",
    "StringEquals",
    "StringLike",
    "StringNotEquals",
    "StringEqualsIfExists",
    "ForAllValues:StringLike",
  ],
);
const scope = fc.constantFrom<Json>(
  { StringEquals: { "aws:PrincipalAccount": { Ref: "Account" } } },
  { StringNotEquals: { "aws:PrincipalAccount": ["444455556666", { Ref: "Account" }] } },
  { ArnLike: { "aws:PrincipalArn": { "Fn::Sub": "arn:aws:iam::${Account}:role/*" } } },
  { StringLike: { "aws:PrincipalArn": { "Fn::Sub": "arn:aws:iam::${Account}:*" } } },
  { ArnEquals: { "aws:PrincipalArn": { "Fn::Sub": "arn:aws:iam::444455556666:role/${Name}" } } },
  { ArnNotLike: { "aws:PrincipalArn": { "Fn::Sub": "arn:aws:iam::${Account}:role/${Name}*" } } },
  { StringEquals: { "aws:PrincipalArn": { "Fn::Sub": "arn:aws:iam::${!aws:PrincipalAccount}:role/${Name}" } } },
  { StringNotLike: { "aws:PrincipalArn": { "Fn::Sub": "*:role/${Name}" } } },
  { StringEquals: { "aws:PrincipalArn": { Ref: "Arn" } } },
  { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::444455556666:role/ap*" } },
  { ArnLike: { "aws:PrincipalArn": { "Fn::Sub": "arn:*:iam::${Account}:role/ap*" } } },
  { ArnNotLike: { "aws:PrincipalArn": ["arn:aws-cn:iam::*:*", "ARN:AWS:IAM::*:ROLE/APP"] } },
  { StringLike: { "aws:PrincipalArn": { "Fn::Sub": "arn:${AWS::Partition}:iam::444455556666:user/${Name}?" } } },
  { StringLike: { "aws:username": ["s*", { Ref: "Name" }] } },
  { StringLike: { "aws:userid": { "Fn::Sub": "*:${Name}" } } },
  { StringEquals: { "aws:PrincipalAccount": { Ref: "Accounts" } } },
  { StringLike: { "aws:userid": { "Fn::Sub": "AROAABCDEFGHIJKLMNOPQ:${Name}" } } },
  { StringEquals: { "aws:username": { Ref: "Name" } } },
  { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": { "Fn::Sub": "${Organization}/*" } } },
  { StringEquals: { "aws:PrincipalTag/team": { Ref: "Id" } } },
  { "ForAllValues:StringEquals": { "aws:TagKeys": [{ Ref: "Id" }, "team"] } },
  { StringEquals: { "sts:RoleSessionName": { Ref: "Name" } } },
  { StringEquals: { "aws:PrincipalOrgID": { Ref: "Organization" } } },
  { StringNotEquals: { "aws:PrincipalOrgID": [{ Ref: "Organization" }, "o-ownorg1234"] } },
  { StringNotEquals: { "aws:PrincipalOrgID": "${aws:ResourceOrgID}" } },
);
const demand = fc.tuple(operator, id).map(([name, value]): Json => ({ [name]: { "sts:ExternalId": value } }));
const concrete = conditions.map((block) => block as Json);
const block: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: demand },
  { weight: 2, arbitrary: scope },
  { weight: 1, arbitrary: concrete },
  {
    weight: 1,
    arbitrary: fc.constant({
      "Fn::If": ["Second", { StringEquals: { "sts:ExternalId": { Ref: "Id" } } }, { Ref: "AWS::NoValue" }],
    }),
  },
);

const statement: fc.Arbitrary<Json> = fc
  .tuple(
    fc.constantFrom("Allow", "Allow", "Deny"),
    principal,
    fc.constantFrom("sts:AssumeRole", "sts:*"),
    fc.option(block, { freq: 4 }),
  )
  .map(([Effect, AWS, Action, Condition]) => ({
    Effect,
    Principal: { AWS },
    Action,
    ...(Condition === null ? {} : { Condition }),
  }));
const plain: fc.Arbitrary<Json> = fc.oneof(permissions, denials).map((one) => one as unknown as Json);
const optional = statement.map((one): Json => ({ "Fn::If": ["Second", one, { Ref: "AWS::NoValue" }] }));

export const templates: fc.Arbitrary<Template> = fc.record({
  policy: fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: statement },
        { weight: 2, arbitrary: plain },
        { weight: 1, arbitrary: optional },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((Statement): Json => ({ Version: "2012-10-17", Statement })),
  parameters: fc.record(
    Object.fromEntries(
      Object.entries(PARAMETERS).map(([name, { forms }]) => [name, fc.constantFrom(...forms)] as const),
    ),
  ),
});

function admitted(
  name: string,
  { allowedValues, allowedPattern, default: preset }: ExampleParameter,
): readonly string[] {
  const { values } = PARAMETERS[name] as Parameter;
  if (allowedValues !== undefined) return allowedValues;
  const given =
    allowedPattern === undefined ? values : values.filter((value) => new RegExp(allowedPattern).test(value));
  return preset === undefined || preset.trim() === "" || preset.includes(",") ? given : [...given, preset];
}

/** Any deployment that the parameters' constraints admit. */
function completions({ parameters }: Template): fc.Arbitrary<Completion> {
  const values = Object.entries(parameters).map(([name, form]) => {
    const one = fc.constantFrom(...admitted(name, form));
    return [name, form.list ? fc.array(one, { minLength: 1, maxLength: 2 }) : one] as const;
  });
  return fc.record({
    parameters: fc.record(Object.fromEntries(values)),
    conditions: fc.record({ First: fc.boolean(), Second: fc.boolean() }),
  });
}

export interface Deployed {
  readonly template: Template;
  readonly completion: Completion;
}

export const deployments: fc.Arbitrary<Deployed> = templates.chain((template) =>
  completions(template).map((completion) => ({ template, completion })),
);

/** The deployment of a finding's world whose other values are such as the policy spells out nowhere. */
export function unlike(
  { parameters }: Template,
  world: { parameters?: Readonly<Record<string, string>>; conditions?: Readonly<Record<string, boolean>> },
): Completion {
  const value = (name: string, form: ExampleParameter): string | readonly string[] => {
    const text = world.parameters?.[name] ?? admitted(name, form)[0] ?? "";
    return form.list ? text.split(",") : text;
  };
  const partition = world.parameters?.["AWS::Partition"];
  const decided = (name: string): boolean => world.conditions?.[name] ?? world.parameters?.[`${name}Switch`] === "yes";
  return {
    parameters: {
      ...Object.fromEntries(Object.entries(parameters).map(([name, form]) => [name, value(name, form)])),
      ...(partition === undefined ? {} : { "AWS::Partition": partition }),
    },
    conditions: { First: decided("First"), Second: decided("Second") },
  };
}

/** The policy that is deployed. */
export function completed({ policy }: Template, completion: Completion): Policy {
  return resolve(policy, completion) as unknown as Policy;
}

function resolve(value: Json, completion: Completion): Json | undefined {
  if (isList(value)) {
    // A list among the items of a list is one list to IAM's readers of CloudFormation: its items.
    return value.flatMap((item) => resolve(item, completion) ?? []);
  }
  if (!isObject(value)) return value;
  const { Ref: ref, "Fn::Sub": sub, "Fn::If": branches } = value;
  if (typeof ref === "string")
    return ref === "AWS::NoValue" ? undefined : ((completion.parameters[ref] ?? `\${${ref}}`) as Json);
  if (typeof sub === "string") return substituted(sub, completion).replaceAll("${!", "${");
  if (isList(branches)) {
    const [name, yes = null, no = null] = branches;
    return resolve(completion.conditions[String(name)] ? yes : no, completion);
  }
  const entries = Object.keys(value).map((key) => [key, resolve(value[key] ?? null, completion)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined)) as Json;
}

/** `${Name}` in a text, as templates and witnesses write it; IAM's own variables hold a colon and stay. */
export function substituted(text: string, { parameters }: Completion): string {
  return text
    .replaceAll("${AWS::AccountId}", OWN.account)
    .replaceAll("${own}", OWN.account)
    .replaceAll("${AWS::Partition}", String(parameters["AWS::Partition"] ?? "aws"))
    .replace(/\$\{([A-Za-z]+)\}/g, (whole, name: string) => String([parameters[name] ?? whole].flat()[0]));
}
