// Every condition operator with every qualifier, one row a fact of AWS's documentation; the brute force must know the same facts.

import { describe, expect, test } from "vitest";
import { OPERATORS, operatorUse } from "../../../src/iam/language/operators.ts";
import { bruteForce, engine, type Met } from "./asked.ts";

const GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide";
const CONDITION_OPERATORS = `${GUIDE}/reference_policies_elements_condition_operators.html`;
const SEVERAL_VALUES = `${GUIDE}/reference_policies_condition-single-vs-multi-valued-context-keys.html`;
const CHECKS = `${GUIDE}/access-analyzer-reference-policy-checks.html`;

/** Operator, what a policy lists, a value of a request that is like it, one that is not. */
const SAMPLES: readonly (readonly [operator: string, listed: string, like: string, unlike: string])[] = [
  ["StringEquals", "red", "red", "Red"],
  ["StringEqualsIgnoreCase", "red", "RED", "reds"],
  ["StringLike", "r?d*", "redder", "rd"],
  ["ArnEquals", "arn:aws:iam::*:role/a", "arn:aws:iam::444455556666:role/a", "arn:aws:iam:x::role/a"],
  [
    "ArnLike",
    "arn:aws:iam::444455556666:role/*",
    "arn:aws:iam::444455556666:role/a/b",
    "arn:aws:iam::777788889999:role/a",
  ],
  ["NumericEquals", "10", "10.0", "10.5"],
  ["NumericLessThan", "10", "9.5", "10"],
  ["NumericLessThanEquals", "10", "10", "10.5"],
  ["NumericGreaterThan", "10", "10.5", "10"],
  ["NumericGreaterThanEquals", "10", "10", "9.5"],
  ["DateEquals", "2030-01-01T00:00:00Z", "1893456000", "1893456001"],
  ["DateLessThan", "2030-01-01T00:00:00Z", "2029-12-31T23:59:59Z", "2030-01-01T00:00:00Z"],
  ["DateLessThanEquals", "2030-01-01", "2030-01-01T01:00:00+01:00", "2030-01-01T00:00:01Z"],
  ["DateGreaterThan", "1893456000", "2030-01-01T00:00:01Z", "2030-01-01T00:00:00Z"],
  ["DateGreaterThanEquals", "2030-01-01T00:00:00Z", "2030-01-01T00:00:00Z", "2029-12-31T23:59:59Z"],
  ["Bool", "true", "TRUE", "false"],
  ["BinaryEquals", "QmluYXJ5", "QmluYXJ5", "qmluYXJ5"],
  ["IpAddress", "203.0.113.0/24", "203.0.113.255", "203.0.114.0"],
];

/** The name of the operator that asks for the opposite. */
const NEGATED: Readonly<Record<string, string>> = {
  StringEquals: "StringNotEquals",
  StringEqualsIgnoreCase: "StringNotEqualsIgnoreCase",
  StringLike: "StringNotLike",
  ArnEquals: "ArnNotEquals",
  ArnLike: "ArnNotLike",
  NumericEquals: "NumericNotEquals",
  DateEquals: "DateNotEquals",
  IpAddress: "NotIpAddress",
};

type Value = "like" | "unlike";

/** How an operator is qualified, what the request brings, whether the operator and its negation are met. */
const SITUATIONS: readonly (readonly [
  prefix: string,
  suffix: string,
  brought: readonly Value[],
  positive: Met,
  negative: Met,
  source: string,
])[] = [
  ["", "", ["like"], true, false, CONDITION_OPERATORS],
  ["", "", ["unlike"], false, true, CONDITION_OPERATORS],
  ["", "", [], false, true, CONDITION_OPERATORS],
  ["", "", ["like", "unlike"], "unknown", "unknown", SEVERAL_VALUES],
  ["", "IfExists", ["like"], true, false, `${CONDITION_OPERATORS}#Conditions_IfExists`],
  ["", "IfExists", ["unlike"], false, true, `${CONDITION_OPERATORS}#Conditions_IfExists`],
  ["", "IfExists", [], true, true, `${CONDITION_OPERATORS}#Conditions_IfExists`],
  ["ForAllValues:", "", ["like"], true, false, SEVERAL_VALUES],
  ["ForAllValues:", "", ["unlike"], false, true, SEVERAL_VALUES],
  ["ForAllValues:", "", ["like", "unlike"], false, false, SEVERAL_VALUES],
  ["ForAllValues:", "", ["like", "like"], true, false, SEVERAL_VALUES],
  ["ForAllValues:", "", [], true, true, SEVERAL_VALUES],
  ["ForAnyValue:", "", ["like"], true, false, SEVERAL_VALUES],
  ["ForAnyValue:", "", ["unlike"], false, true, SEVERAL_VALUES],
  ["ForAnyValue:", "", ["like", "unlike"], true, true, SEVERAL_VALUES],
  ["ForAnyValue:", "", [], false, false, SEVERAL_VALUES],
  ["ForAllValues:", "IfExists", ["like", "unlike"], false, false, SEVERAL_VALUES],
  ["ForAllValues:", "IfExists", [], true, true, SEVERAL_VALUES],
  ["ForAnyValue:", "IfExists", ["like", "unlike"], true, true, SEVERAL_VALUES],
  // Nobody documents it.
  ["ForAnyValue:", "IfExists", [], "unknown", "unknown", CONDITION_OPERATORS],
];

describe.each(SAMPLES)("%s", (name, listed, like, unlike) => {
  const key = "aws:TagKeys";
  const values = { like, unlike };
  test.each(SITUATIONS)("%s…%s of %j: %s, negated %s (%s)", (prefix, suffix, brought, positive, negative) => {
    // A key with one value is the ordinary case; with several it has to be one that can have several.
    const asked = brought.length > 1 ? key : "aws:RequestTag/team";
    const sent = { [asked.toLowerCase()]: brought.map((value) => values[value]) };
    for (const ask of [engine, bruteForce]) {
      expect(ask(`${prefix}${name}${suffix}`, asked, listed, sent)).toBe(positive);
      const negated = NEGATED[name];
      if (negated !== undefined) expect(ask(`${prefix}${negated}${suffix}`, asked, listed, sent)).toBe(negative);
    }
  });
});

test("every operator has its rows", () => {
  const tried = [...SAMPLES.map(([name]) => name), ...Object.values(NEGATED), "Null"];
  expect(tried.sort()).toEqual(OPERATORS.map(({ name }) => name).sort());
});

describe("an empty list", () => {
  test.each([
    ["ForAnyValue:StringEquals", [], false],
    ["ForAnyValue:StringEquals", ["red"], false],
    ["ForAllValues:StringEquals", [], true],
    ["ForAllValues:StringEquals", ["red"], false],
    ["ForAllValues:StringNotEquals", ["red"], false],
    ["StringEqualsIfExists", [], true],
    ["StringEqualsIfExists", ["red"], false],
    // "The condition returns true and the statement provides no permissions": the page contradicts itself.
    ["StringEquals", [], "unknown"],
    ["StringEquals", ["red"], "unknown"],
  ] as const)(`%s of %j: %s (${CHECKS})`, (operator, brought, expected) => {
    for (const ask of [engine, bruteForce]) {
      expect(ask(operator, "aws:RequestTag/team", [], { "aws:requesttag/team": brought })).toBe(expected);
    }
  });
});

describe("Null", () => {
  test.each([
    ["Null", "true", [], true],
    ["Null", "true", ["red"], false],
    ["Null", "false", [], false],
    ["Null", "false", ["red"], true],
    ["Null", "False", ["red"], true],
    ["Null", "TRUE", [], true],
    ["Null", ["true", "false"], [], true],
    ["ForAllValues:Null", "true", ["red"], true],
    ["ForAllValues:Null", "false", [], true],
    ["ForAnyValue:Null", "true", [], false],
    ["ForAnyValue:Null", "false", ["red"], false],
  ] as const)(`%s %j of %j: %s (${CHECKS})`, (operator, listed, brought, expected) => {
    for (const ask of [engine, bruteForce]) {
      expect(ask(operator, "aws:RequestTag/team", listed, { "aws:requesttag/team": brought })).toBe(expected);
    }
  });
});

test("Null of neither true nor false is for its author to correct", () => {
  expect(engine("Null", "aws:RequestTag/team", "maybe", {})).toBe("unknown");
  expect(engine("Null", "aws:RequestTag/team", ["maybe", "true"], {})).toBe(true);
});

/** Operator, listed, brought, met. */
const DETAILS: readonly (readonly [operator: string, listed: string | readonly string[], brought: string, met: Met])[] =
  [
    // One of several values is enough; of a negated operator none may match.
    ["StringEquals", ["red", "blue"], "blue", true],
    ["StringNotEquals", ["red", "blue"], "blue", false],
    ["StringNotEquals", ["red", "blue"], "green", true],
    // Only the Like operators know wildcards, and theirs cross colons and slashes.
    ["StringEquals", "*", "red", false],
    ["StringEquals", "*", "*", true],
    ["StringEqualsIgnoreCase", "r*", "red", false],
    ["StringLike", "*", "", true],
    ["StringLike", "a*c", "a:/\nc", true],
    ["StringLike", "a?c", "ac", false],
    ["StringLike", "a?c", "abbc", false],
    ["StringLike", "RED", "red", false],
    ["StringLike", "a.c", "abc", false],
    ["StringLike", "a+(b|c)[d]", "a+(b|c)[d]", true],
    ["StringNotLike", "*", "red", false],
    // The fields of an ARN are matched one by one; the last may hold colons.
    ["ArnLike", "arn:aws:*:role/a", "arn:aws:iam::444455556666:role/a", "unknown"],
    ["ArnLike", "arn:*:*:*:*:*", "arn:aws:iam::444455556666:role/a", true],
    ["ArnLike", "arn:aws:s*::444455556666:x", "arn:aws:sns:eu:444455556666:x", false],
    ["ArnLike", "arn:aws:sns:*:444455556666:*", "arn:aws:sns:eu:444455556666:x:y", true],
    ["ArnLike", "arn:aws:iam::4444????6666:role/a", "arn:aws:iam::444455556666:role/a", true],
    ["ArnLike", "arn:aws:iam::444455556666:role/A", "arn:aws:iam::444455556666:role/a", false],
    ["ArnLike", "arn:aws:iam::*:*", "red", false],
    ["ArnNotLike", "arn:aws:iam::*:*", "red", true],
    ["ArnEquals", "red", "red", true],
    // Blocks and single addresses of both versions.
    ["IpAddress", "203.0.113.7", "203.0.113.7", true],
    ["IpAddress", "203.0.113.7", "203.0.113.8", false],
    ["IpAddress", "0.0.0.0/0", "203.0.113.8", true],
    ["IpAddress", "0.0.0.0/0", "2001:db8::1", false],
    ["IpAddress", "2001:db8::/32", "2001:db8:ffff::1", true],
    ["IpAddress", "2001:DB8:0:0:0:0:0:1", "2001:db8::1", true],
    ["IpAddress", "10.1.2.3/8", "10.255.0.0", true],
    ["NotIpAddress", ["10.0.0.0/8", "192.168.0.0/16"], "192.168.4.4", false],
    ["IpAddress", "ten", "10.0.0.1", "unknown"],
    // Numbers and dates are compared as what they are.
    ["NumericEquals", "10", "010", true],
    ["NumericLessThan", "-1", "-1.5", true],
    ["NumericLessThan", "10", "11", false],
    ["NumericLessThan", "10", "10.0", false],
    ["NumericLessThanEquals", "10", "10.0", true],
    ["NumericLessThanEquals", "10", "9", true],
    ["NumericGreaterThan", "10", "9", false],
    ["NumericGreaterThan", "10", "10.0", false],
    ["NumericGreaterThanEquals", "10", "10.0", true],
    ["NumericGreaterThanEquals", "10", "11", true],
    ["NumericEquals", "1.25", "1.250", true],
    ["NumericEquals", "x10", "10", "unknown"],
    ["NumericEquals", "10x", "10", "unknown"],
    ["NumericEquals", "ten", "10", "unknown"],
    ["NumericEquals", "1.2.3", "10", "unknown"],
    ["NumericEquals", "1.", "1", "unknown"],
    ["NumericEquals", "+10", "10", true],
    ["NumericLessThanEquals", "10", "11", false],
    ["NumericGreaterThanEquals", "10", "9", false],
    ["DateEquals", "2030-01-01T00:00:00+02:00", "2029-12-31T22:00:00Z", true],
    ["DateLessThan", "2030-02-30T99:00", "2029-12-31T22:00:00Z", "unknown"],
    ["Bool", "false", "False", true],
    ["Bool", "false", "no", false],
    ["Bool", "TRUE", "true", true],
    ["BinaryEquals", "QmluYXJ5", "QmluYXJ5IQ==", false],
    // The page on operators says that variables work in Bool, the page on variables that they do not.
    ["Bool", "${aws:SecureTransport}", "true", "unknown"],
  ];

test.each(DETAILS)(`%s %j of %j: %s (${CONDITION_OPERATORS})`, (operator, listed, brought, met) => {
  for (const ask of [engine, bruteForce]) {
    expect(ask(operator, "aws:RequestTag/team", listed, { "aws:requesttag/team": brought })).toBe(met);
  }
});

test.each([
  ["stringequals", true],
  ["FORANYVALUE:StringLikeIfExists", true],
  [" StringEquals ", false],
  ["NullIfExists", false],
  ["StringEqualsExists", false],
  ["ForSomeValues:StringEquals", false],
  ["IfExists", false],
  ["x\nStringEquals", false],
  ["", false],
])("is %j an operator? %s", (written, known) => {
  expect(operatorUse(written) !== undefined).toBe(known);
});
