// Policy variables: what stands for what, under which version and operator, one row a fact; the brute force must know the same facts.

import { describe, expect, test } from "vitest";
import { bruteForce, engine, type Met, type Sent } from "./asked.ts";

const VARIABLES = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html";

const TEAM = "${aws:PrincipalTag/team}";
const DEFAULTED = "${aws:PrincipalTag/team, 'none'}";

/** Operator, listed for sts:ExternalId, what the request brings besides the id, the id, met. */
const ROWS: readonly (readonly [what: string, operator: string, listed: string, tags: Sent, id: string, met: Met])[] = [
  ["a variable stands for the request's value", "StringEquals", TEAM, { "aws:principaltag/team": "red" }, "red", true],
  ["and for nothing else", "StringEquals", TEAM, { "aws:principaltag/team": "red" }, "blue", false],
  ["it may stand within a text", "StringEquals", `id-${TEAM}-1`, { "aws:principaltag/team": "red" }, "id-red-1", true],
  ["two may", "StringEquals", `${TEAM}${TEAM}`, { "aws:principaltag/team": "re" }, "rere", true],
  [
    "its name's case does not count",
    "StringEquals",
    "${AWS:principaltag/TEAM}",
    { "aws:principaltag/team": "red" },
    "red",
    true,
  ],
  ["the value's case does", "StringEquals", TEAM, { "aws:principaltag/team": "Red" }, "red", false],
  ["unless the operator says not", "StringEqualsIgnoreCase", TEAM, { "aws:principaltag/team": "Red" }, "red", true],
  ["what it supplies is no wildcard", "StringLike", TEAM, { "aws:principaltag/team": "r*" }, "red", false],
  ["but itself", "StringLike", TEAM, { "aws:principaltag/team": "r*" }, "r*", true],
  ["a wildcard beside it is one", "StringLike", `${TEAM}-*`, { "aws:principaltag/team": "red" }, "red-1", true],
  ["without a value nothing matches", "StringEquals", TEAM, {}, "red", false],
  ["not even the empty text", "StringEquals", TEAM, {}, "", false],
  ["so that a negated operator is met", "StringNotEquals", TEAM, {}, "red", true],
  ["a negated pattern as well", "StringNotLike", `${TEAM}*`, {}, "red", true],
  ["a default fills in", "StringEquals", DEFAULTED, {}, "none", true],
  ["where there is no value only", "StringEquals", DEFAULTED, { "aws:principaltag/team": "red" }, "none", false],
  ["and is no wildcard", "StringLike", "${aws:PrincipalTag/team, '*'}", {}, "red", false],
  ["it may be empty", "StringEquals", "id-${aws:PrincipalTag/team, ''}", {}, "id-", true],
  ["${*} is an asterisk", "StringLike", "a${*}c", {}, "abc", false],
  ["and no wildcard", "StringLike", "a${*}c", {}, "a*c", true],
  ["${?} is a question mark", "StringLike", "a${?}c", {}, "a?c", true],
  ["${$} is a dollar", "StringEquals", "${$}{x}", {}, "${x}", true],
  [
    "several values: AWS does not say",
    "StringEquals",
    "${aws:TagKeys}",
    { "aws:tagkeys": ["red", "blue"] },
    "red",
    "unknown",
  ],
  [
    "what is not closed is text",
    "StringEquals",
    "${aws:PrincipalTag/team",
    { "aws:principaltag/team": "red" },
    "${aws:PrincipalTag/team",
    true,
  ],
];

describe.each(ROWS)(`%s (${VARIABLES})`, (_, operator, listed, tags, id, met) => {
  const sent = { ...tags, "sts:externalid": id };

  test("under version 2012-10-17", () => {
    expect(engine(operator, "sts:ExternalId", listed, sent)).toBe(met);
    // The brute force takes the first of several values: no generated policy asks it.
    if (met !== "unknown") expect(bruteForce(operator, "sts:ExternalId", listed, sent)).toBe(met);
  });

  test("under version 2008-10-17 the text is itself", () => {
    const literally =
      operator.includes("Like") || operator.includes("IgnoreCase")
        ? undefined
        : (listed === id) !== operator.includes("Not");
    for (const ask of [engine, bruteForce]) {
      const answer = ask(operator, "sts:ExternalId", listed, sent, "2008-10-17");
      if (literally !== undefined) expect(answer).toBe(literally);
    }
  });
});

test.each([
  ["NumericEquals", "${aws:MultiFactorAuthAge}"],
  ["IpAddress", "${aws:SourceIp}"],
  ["DateEquals", "${aws:TokenIssueTime}"],
])(`%s has no variables: %s is no value of its kind (${VARIABLES})`, (operator, listed) => {
  const sent = {
    "aws:requesttag/team": "10",
    "aws:multifactorauthage": "10",
    "aws:sourceip": "10",
    "aws:tokenissuetime": "10",
  };
  expect(engine(operator, "aws:RequestTag/team", listed, sent)).toBe("unknown");
});
