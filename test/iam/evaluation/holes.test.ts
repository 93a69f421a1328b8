// Conditions of which deployment decides a part: met, not met, or open, whatever the value turns out to be.

import { describe, expect, test } from "vitest";
import { meets } from "../../../src/iam/evaluation/condition.ts";
import type { Carried } from "../../../src/iam/evaluation/context.ts";
import { operatorUse } from "../../../src/iam/language/operators.ts";
import { template } from "../../../src/iam/language/variables.ts";
import { type Word, words } from "../../../src/iam/patterns/words.ts";
import { type Answer, isDoubt } from "../../../src/values/doubt.ts";
import type { Hole } from "../../../src/values/value.ts";
import { HERE, made } from "../../values/making.ts";

const digits: Partial<Hole> = { admits: (word) => /^\d{12}$/.test(word), alphabet: /\d/ };
const letters: Partial<Hole> = { admits: (word) => /^[a-z]*$/.test(word), alphabet: /[a-z]/ };

/** What the policy lists and what the request carries; `<Name>` is a hole. */
function met(
  operator: string,
  listed: string,
  brought: string,
  hole: Partial<Hole> = {},
  carried: Partial<Carried> = {},
): boolean | string {
  const use = operatorUse(operator);
  if (use === undefined) throw new Error(`no operator: ${operator}`);
  const known = words("aws");
  const wordOf = (text: string): Word => {
    const value = made(text, { P: hole });
    return value.kind === "text" ? known.of(value) : "";
  };
  const word = wordOf(listed);
  const condition = {
    ...{
      use,
      key: "aws:principaltag/team",
      name: "aws:PrincipalTag/team",
      written: `${operator} aws:PrincipalTag/team`,
      origin: HERE,
      operatorOrigin: HERE,
    },
    values: [
      { word, byDefault: false, origin: HERE, template: template(word, use.operator.wildcards === true, false) },
    ],
  };
  const request: Carried = { values: [wordOf(brought)], fresh: false, ...carried };
  const answer = meets(condition, new Map([[condition.key, request]]), known);
  return isDoubt(answer) ? `${answer.reason}: ${answer.source}` : answer;
}

const OPEN = "parameter: parameter P";

test.each<
  [about: string, operator: string, listed: string, brought: string, hole: Partial<Hole>, expected: boolean | string]
>([
  ["may be the word", "StringEquals", "<P>", "red", {}, OPEN],
  ["nor may it not", "StringNotEquals", "<P>", "red", {}, OPEN],
  ["is not the word that it does not admit", "StringEquals", "<P>", "red", digits, false],
  ["and surely another then", "StringNotEquals", "<P>", "red", digits, true],
  ["is itself", "StringEquals", "<P>", "<P>", {}, true],
  ["is itself within a text", "StringEquals", "id-<P>", "id-<P>", {}, true],
  ["may be a part of the word", "StringEquals", "id-<P>", "id-red", {}, OPEN],
  ["cannot be where the rest differs", "StringEquals", "id-<P>", "no-red", {}, false],
  ["may be empty", "StringEquals", "id-<P>", "id-", {}, OPEN],
  ["may be another hole", "StringEquals", "<P>", "<Q>", {}, OPEN],
  ["may be in the request alone", "StringEquals", "red", "<P>", {}, OPEN],
  ["cannot make up for the rest of the request", "StringEquals", "red", "blue-<P>", {}, false],
  ["does not matter to a wildcard", "StringLike", "*", "<P>", {}, true],
  ["nor to one beside it", "StringLike", "*-<P>", "red", letters, false],
  ["may be a wildcard", "StringLike", "<P>", "red", {}, OPEN],
  ["is none without such characters", "StringLike", "<P>", "red", digits, false],
  ["may be either case", "StringEqualsIgnoreCase", "ID-<P>", "id-RED", {}, OPEN],
  ["may be a number", "NumericLessThan", "<P>", "10", {}, OPEN],
  ["in the request as well", "NumericLessThan", "10", "<P>", {}, OPEN],
  ["is as big as itself", "NumericLessThanEquals", "<P>", "<P>", {}, true],
  ["is not less than itself", "NumericLessThan", "<P>", "<P>", {}, false],
  ["is not more than itself", "DateGreaterThan", "<P>", "<P>", {}, false],
  ["may be a truth", "Bool", "<P>", "true", {}, OPEN],
  ["may be a network", "IpAddress", "<P>", "10.0.0.1", {}, OPEN],
  ["may be bytes", "BinaryEquals", "<P>", "QQ==", {}, OPEN],
  ["may be a presence", "Null", "<P>", "red", {}, OPEN],
  ["is open beside another", "StringEquals", "<P><Q>", "red", digits, OPEN],
  ["may be any account", "StringEquals", "444455556666", "<P>", {}, OPEN],
])("what deployment decides %s: %s %s of %s", (_, operator, listed, brought, hole, expected) => {
  expect(met(operator, listed, brought, hole)).toBe(expected);
});

/** A caller's word that is chosen to differ from all that deployment supplies: whole, or from a character on. */
test.each<
  [
    about: string,
    operator: string,
    listed: string,
    brought: string,
    hole: Partial<Hole>,
    from: number,
    expected: boolean | string,
  ]
>([
  ["is no value of a hole", "StringEquals", "<P>", "anything", {}, 0, false],
  ["is no end of one", "StringEquals", "any<P>", "anything", {}, 0, false],
  ["is what a hole that may be a wildcard matches", "StringLike", "<P>", "anything", {}, 0, OPEN],
  ["is not what a hole of letters supplies", "StringLike", "<P>", "anything", letters, 0, false],
  ["is what a wildcard beside a hole matches", "StringLike", "<P>*", "anything", letters, 0, OPEN],
  ["is what a wildcard of two holes matches", "StringLike", "<P><Q>", "anything", letters, 0, OPEN],
  ["may begin with what a hole supplies", "StringEquals", "<P>/anything", "team/anything", {}, 5, OPEN],
  ["may not end with it", "StringEquals", "team/<P>", "team/anything", {}, 5, false],
])("a word that nobody else has %s: %s %s of %s", (_, operator, listed, brought, hole, from, expected) => {
  expect(met(operator, listed, brought, hole, from === 0 ? { fresh: true } : { freshFrom: from })).toBe(expected);
});

/** The caller's account is a hole, and differs from every account that the policy spells out. */
test.each<[operator: string, listed: string, brought: string, expected: boolean | string]>([
  ["StringEquals", "444455556666", "<P>", false],
  ["StringLike", "4444*", "<P>", OPEN],
  ["StringLike", "*", "<P>", true],
  ["StringLike", "4444????6666", "<P>", OPEN],
  ["StringLike", "?", "<P>", OPEN],
  ["StringEquals", "<Q>", "<P>", "parameter: parameter Q"],
  ["StringEquals", "arn:aws:iam::444455556666:role/App", "arn:aws:iam::<P>:role/App", false],
  ["ArnLike", "arn:aws:iam::444455556666:role/*", "arn:aws:iam::<P>:role/App", false],
  ["ArnLike", "arn:aws:iam::*:role/*", "arn:aws:iam::<P>:role/App", true],
  ["ArnLike", "arn:aws:iam::4*:role/*", "arn:aws:iam::<P>:role/App", OPEN],
  ["StringLike", "arn:*:444455556666:role/*", "arn:aws:iam::<P>:role/App", OPEN],
  // Nothing else is an account.
  ["StringEquals", "4444555566667", "<P>", false],
  ["StringEquals", "${aws:PrincipalAccount}", "<P>", false],
  ["StringNotEquals", "x444455556666", "<P>", true],
  ["StringEquals", "arn:aws:sns:x:y:444455556666:z", "<P>", false],
  // Twelve digits elsewhere are no account.
  ["StringLike", "arn:aws:sns:x:y:444455556666:z*", "arn:aws:sns:x:y:<P>", OPEN],
  ["ArnEquals", "arn:aws:sts:eu-west-1:444455556666:x", "arn:aws:sts:eu-west-1:<P>:x", false],
])("of a caller in an account without a number: %s %s of %s: %s", (operator, listed, brought, expected) => {
  expect(met(operator, listed, brought, digits, { account: "\ue000" })).toBe(expected);
});

test.each<[operator: string, listed: string, doubt: string]>([
  ["Null", "maybe", "malformed: Null aws:PrincipalTag/team"],
  ["NumericEquals", "ten", "malformed: NumericEquals aws:PrincipalTag/team: ten"],
  ["Bool", "${x}", "undefined-by-aws: Bool aws:PrincipalTag/team"],
  ["Bool", "1", "malformed: Bool aws:PrincipalTag/team: 1"],
])("what keeps it open is told: %s %s", (operator, listed, doubt) => {
  expect(met(operator, listed, "red")).toBe(doubt);
});

describe("a list that is not known", () => {
  const doubt = { reason: "parameter", source: "parameter Ids" } as const;
  const answer = (operator: string, values: readonly Word[]) => {
    const use = operatorUse(operator);
    if (use === undefined) throw new Error(`no operator: ${operator}`);
    const condition = {
      use,
      key: "sts:externalid",
      name: "sts:ExternalId",
      values: doubt,
      written: operator,
      origin: HERE,
      operatorOrigin: HERE,
    };
    return meets(condition, new Map([[condition.key, { values, fresh: false }]]), words("aws"));
  };

  test.each<[operator: string, values: readonly Word[], expected: Answer]>([
    ["StringEquals", ["id"], doubt],
    ["StringNotEquals", ["id"], doubt],
    ["Null", ["id"], doubt],
    ["Null", [], doubt],
    // That the key is absent is known all the same.
    ["StringEquals", [], false],
    ["StringNotEquals", [], true],
    ["StringEqualsIfExists", [], true],
  ])("under %s of %j", (operator, values, expected) => {
    expect(answer(operator, values)).toEqual(expected);
  });
});
