// What must make no difference to the answer, and what can only take findings away.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forms } from "../../src/examples/forms.ts";
import { conditions, configs, denials, policies } from "./policies.ts";
import { said, speaksOf, summary, wholeReportOn } from "./reported.ts";
import { asJson, list, type Policy, type Statement, type Texts } from "./request.ts";
import { PATIENCE, running } from "./runs.ts";
import { namedAccounts } from "./verdicts.ts";

/** Every text as a list, lists and keys in the other order. */
function rewritten({ Statement, ...rest }: Policy): Policy {
  const lists = (texts: Texts): Texts => [...list(texts)].reverse();
  const each = <T, U>(map: Readonly<Record<string, T>>, change: (inner: T) => U): Record<string, U> =>
    Object.fromEntries(
      Object.entries(map)
        .reverse()
        .map(([key, inner]) => [key, change(inner)]),
    );
  const statements = Statement.map((one): Statement => {
    const { Effect, Principal, Action, NotAction, Condition } = one;
    return {
      ...(Condition && { Condition: each(Condition, (keys) => each(keys, lists)) }),
      ...(Action && { Action: lists(Action) }),
      ...(NotAction && { NotAction: lists(NotAction) }),
      ...(Principal && { Principal: typeof Principal === "string" ? Principal : each(Principal, lists) }),
      Effect,
    };
  });
  return { Statement: statements.reverse(), ...rest };
}

/** Every statement, principal, action and value twice. */
function doubled({ Statement, ...rest }: Policy): Policy {
  const twice = <T>(items: readonly T[]): T[] => items.flatMap((item) => [item, item]);
  const keys = (map: Readonly<Record<string, Texts>>): Record<string, Texts> =>
    Object.fromEntries(Object.entries(map).map(([key, texts]) => [key, twice(list(texts))]));
  const statements = Statement.map(
    (one): Statement => ({
      ...one,
      ...(typeof one.Principal === "object" && { Principal: keys(one.Principal) }),
      ...(one.Action && { Action: twice(list(one.Action)) }),
      ...(one.Condition && {
        Condition: Object.fromEntries(Object.entries(one.Condition).map(([operator, map]) => [operator, keys(map)])),
      }),
    }),
  );
  return { Statement: twice(statements), ...rest };
}

describe("a policy", () => {
  test(
    "a statement, principal, action or value that is there twice makes no difference",
    () => {
      fc.assert(
        fc.property(policies, configs, (policy, config) => {
          const once = new Set(summary(wholeReportOn(asJson(policy), config)));
          // What is there twice costs more steps: it may be the policy that is not decided.
          expect(new Set(summary(wholeReportOn(asJson(doubled(policy)), config)))).toEqual(once);
        }),
        running(0.4),
      );
    },
    PATIENCE,
  );

  test(
    "order, and string or list of one, make no difference",
    () => {
      fc.assert(
        fc.property(policies, configs, (policy, config) => {
          const other = summary(wholeReportOn(asJson(rewritten(policy)), config));
          expect(other).toEqual(summary(wholeReportOn(asJson(policy), config)));
        }),
        running(0.4),
      );
    },
    PATIENCE,
  );

  test(
    "every input format says the same",
    () => {
      fc.assert(
        fc.property(policies, configs, fc.constantFrom(...forms), (policy, config, form) => {
          fc.pre(!("reason" in form.write(asJson(policy), {})));
          expect(summary(wholeReportOn(asJson(policy), config, {}, form))).toEqual(
            summary(wholeReportOn(asJson(policy), config)),
          );
        }),
        running(0.3),
      );
    },
    PATIENCE,
  );

  test(
    "a Deny that names no other account adds no finding: whoever is found with it was found without, by the same rule or one that it yields to",
    () => {
      fc.assert(
        fc.property(policies, denials, configs, (policy, denial, config) => {
          const more: Policy = { ...policy, Statement: [...policy.Statement, denial] };
          const named = namedAccounts(policy);
          fc.pre([...namedAccounts(more)].every((account) => named.has(account)));
          const before = said(wholeReportOn(asJson(policy), config));
          const after = said(wholeReportOn(asJson(more), config)).filter(({ certain }) => certain);
          expect(after.filter((line) => !speaksOf(before, line, true))).toEqual([]);
        }),
        running(0.4),
      );
    },
    PATIENCE,
  );

  test(
    "one more condition on an Allow never opens the role to everyone",
    () => {
      fc.assert(
        fc.property(policies, conditions, configs, (policy, block, config) => {
          const index = policy.Statement.findIndex(
            ({ Effect, Condition }) => Effect === "Allow" && Condition === undefined,
          );
          fc.pre(index >= 0);
          const Statement = policy.Statement.map((one, place) =>
            place === index ? { ...one, Condition: block } : one,
          );
          const open = (one: Policy) =>
            summary(wholeReportOn(asJson(one), config)).filter((line) => line.startsWith("public-trust"));
          expect(open(policy).length).toBeGreaterThanOrEqual(open({ ...policy, Statement }).length);
        }),
        running(0.4),
      );
    },
    PATIENCE,
  );
});
