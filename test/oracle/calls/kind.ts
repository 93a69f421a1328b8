// What a kind of random policies is: how they are drawn, and which requests must not get in.

import fc from "fast-check";
import type { Texts } from "../request.ts";
import type { Call, CallPolicy, CallStatement } from "./call.ts";

export interface Kind {
  readonly rule: string;
  /** A rule that speaks for it where both would. */
  readonly yieldsTo?: string;
  /** The prefix of the actions of the resource that carries the policy. */
  readonly on: string;
  /** What requests may be on. */
  readonly resources: readonly string[];
  readonly policies: fc.Arbitrary<CallPolicy>;
  /** Some of the requests that the rule denies. */
  callsFor(policy: CallPolicy): readonly Call[];
  /** Is a request that a finding shows one of them? */
  isDenied(policy: CallPolicy, call: Call): boolean;
}

export const OWN = "999988887777";
type Condition = NonNullable<CallStatement["Condition"]>;
export interface Subject {
  readonly key: string;
  readonly operators: readonly string[];
  readonly values: readonly string[];
}

const TEXT = ["StringEquals", "StringLike", "StringNotEquals", "StringNotLike"];
export const MORE = [...TEXT, ...TEXT.map((name) => `${name}IfExists`), ...TEXT.map((name) => `ForAllValues:${name}`)];
export const ARN = ["ArnLike", "ArnEquals", "ArnNotLike", "ArnLikeIfExists", "StringLike", "StringEquals"];

export function conditions(subjects: readonly Subject[]): fc.Arbitrary<Condition> {
  const one = fc
    .constantFrom(...subjects)
    .chain(({ key, operators, values }) =>
      fc
        .oneof(
          { weight: 8, arbitrary: fc.tuple(fc.constantFrom(...operators), texts(values)) },
          { weight: 1, arbitrary: fc.tuple(fc.constant("Null"), fc.constantFrom<Texts>("true", "false")) },
        )
        .map(([operator, listed]): Condition => ({ [operator]: { [key]: listed } })),
    );
  return fc.array(one, { maxLength: 2 }).map((all) => Object.assign({}, ...all));
}

function texts(values: readonly string[]): fc.Arbitrary<Texts> {
  return fc.oneof<fc.Arbitrary<Texts>[]>(
    fc.constantFrom(...values),
    fc.uniqueArray(fc.constantFrom(...values), { minLength: Math.min(2, values.length), maxLength: 3 }),
  );
}

export function policiesOf(
  allow: fc.Arbitrary<CallStatement>,
  deny: fc.Arbitrary<CallStatement>,
): fc.Arbitrary<CallPolicy> {
  return fc
    .tuple(fc.array(allow, { minLength: 1, maxLength: 2 }), fc.array(deny, { maxLength: 1 }))
    .map(([allowing, denying]) => ({ Version: "2012-10-17", Statement: [...allowing, ...denying] }));
}
