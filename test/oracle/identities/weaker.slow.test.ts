// Every example of the rules about the vendor's side, changed in every way that may open it: the rules say what brute force finds.

import { describe, expect, test } from "vitest";
import { builtinRules } from "../../../src/rules/files/builtin.ts";
import { weakenings } from "../../rules/weakenings.ts";
import { list, type Policy, type Texts } from "../request.ts";
import { deputyRules, type IdentityPolicy, type IdentityStatement, OWN } from "./evaluate.ts";
import { said } from "./reported.ts";

type Change = (statement: IdentityStatement) => IdentityStatement | undefined;

const onResources = (change: (resource: string) => string): Change => {
  return ({ Resource, NotResource, ...rest }) => ({
    ...rest,
    ...(Resource === undefined ? {} : { Resource: list(Resource).map(change) }),
    ...(NotResource === undefined ? {} : { NotResource: list(NotResource).map(change) }),
  });
};

const CHANGES: Readonly<Record<string, Change>> = {
  "of any account": onResources((one) => one.replace(/:(?:\d{12}|\*):role/, ":*:role")),
  "of any account by its digits": onResources((one) => one.replace(/:\d{12}:role/, ":????????????:role")),
  "of accounts that begin alike": onResources((one) => one.replace(/:(\d)\d{11}:role/, ":$1*:role")),
  "of any name": onResources((one) => one.replace(/:role\/.*$/, ":role/*")),
  "of names that begin alike": onResources((one) => one.replace(/:role\/(..).*$/, ":role/$1*")),
  "of the account of who asks": onResources((one) => one.replace(/:\d{12}:role/, ":${aws:PrincipalAccount}:role")),
  "of everything": onResources(() => "*"),
  "of one resource more": ({ Resource, ...rest }) =>
    Resource === undefined ? undefined : { ...rest, Resource: [...list(Resource), "arn:aws:iam::*:role/*"] },
  "of all but these": ({ Resource, ...rest }) =>
    Resource === undefined ? undefined : { ...rest, NotResource: Resource },
  "of these after all": ({ NotResource, ...rest }) =>
    NotResource === undefined ? undefined : { ...rest, Resource: NotResource },
  "by any action": ({ Action, NotAction, ...rest }) => ({ ...rest, Action: "*" }),
  "by any action but another": ({ Action, NotAction, ...rest }) => ({ ...rest, NotAction: "s3:*" }),
  "by all other actions": ({ Action, ...rest }) => (Action === undefined ? undefined : { ...rest, NotAction: Action }),
  "by another action": ({ Action, NotAction, ...rest }) => ({ ...rest, Action: "sts:TagSession" }),
  "allowed, not denied": ({ Effect, ...rest }) => (Effect === "Allow" ? undefined : { Effect: "Allow", ...rest }),
  ...Object.fromEntries(
    ["StringLike", "StringNotLike", "StringEqualsIgnoreCase", "StringNotEquals"].map((name) => [
      `under ${name}`,
      ({ Condition = {}, ...rest }: IdentityStatement) => ({ ...rest, Condition: under(name, Condition) }),
    ]),
  ),
};

function under(name: string, conditions: NonNullable<IdentityStatement["Condition"]>) {
  const all: Record<string, Record<string, Texts>> = {};
  for (const [operator, keys] of Object.entries(conditions)) {
    const written = operator === "Null" || operator === "Bool" ? operator : name;
    all[written] = { ...all[written], ...keys };
  }
  return all;
}

function weaker(policy: IdentityPolicy): { change: string; policy: IdentityPolicy }[] {
  const { Statement, ...rest } = policy;
  return [
    ...Statement.flatMap((one, index) =>
      Object.entries(CHANGES).flatMap(([change, make]) => {
        const changed = make(one);
        if (changed === undefined) return [];
        return [{ change, policy: { ...rest, Statement: Statement.map((it, at) => (at === index ? changed : it)) } }];
      }),
    ),
    ...weakenings(policy as unknown as Policy).map((one) => ({
      ...one,
      policy: one.policy as unknown as IdentityPolicy,
    })),
  ];
}

const OWN_ACCOUNT = /\$\{AWS::AccountId\}/g;
const TEXT = /\{"Fn::Sub":("(?:[^"$]|\$\{AWS::AccountId\})*")\}/g;

const rules = builtinRules().filter(({ policy }) => policy === "identity");
const opened = new Set<string>();

describe.each(rules)("$id", ({ examples }) => {
  const all = [...examples.good, ...examples.bad].flatMap(({ name, policy }) => {
    const written = JSON.stringify(policy).replace(TEXT, (_, text: string) => text.replace(OWN_ACCOUNT, OWN));
    return /"(?:Ref|Fn::)/.test(written) ? [] : [{ name, policy: JSON.parse(written) as IdentityPolicy }];
  });
  test.each(all)("$name", ({ policy }) => {
    const before = deputyRules(policy);
    for (const { change, policy: other } of weaker(policy)) {
      if (other.Statement.length === 0) continue;
      const expected = deputyRules(other);
      expect(said(other), `${change}: ${JSON.stringify(other)}`).toEqual(expected);
      if (expected.some((rule) => !before.includes(rule))) opened.add(change);
    }
  });
});

test("every change that can open a policy opens some", () => {
  const others = [
    ...["of the account of who asks", "of names that begin alike", "by any action", "by any action but another"],
    ...["under StringLike", "under StringEqualsIgnoreCase"],
  ];
  const expected = Object.keys(CHANGES).filter((name) => !others.includes(name));
  expect([...opened]).toEqual(expect.arrayContaining(expected));
});
