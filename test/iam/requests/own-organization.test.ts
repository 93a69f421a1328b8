// Policies that ask for the organization of the role itself, whichever it is.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceorgid

import { expect, test } from "vitest";
import { reportOn } from "../../oracle/reported.ts";

function verdict(Condition: Readonly<Record<string, Readonly<Record<string, string>>>>): string[] {
  const allow = { Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole", Condition };
  const { findings, unknowns } = reportOn({ Version: "2012-10-17", Statement: [allow] }, {});
  return [...findings.map(({ rule }) => rule), ...unknowns.map(({ rule }) => `?${rule}`)];
}

test.each([
  ["callers of it come in, and nobody else", "StringEquals", "aws:PrincipalOrgID", "${aws:ResourceOrgID}", []],
  ["so they do by their path in it", "ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "${aws:ResourceOrgID}/*", []],
  ["callers of others come in", "StringNotEquals", "aws:PrincipalOrgID", "${aws:ResourceOrgID}", ["public-trust"]],
  ["nor does it matter which is compared with which", "StringEquals", "aws:ResourceOrgID", "${aws:PrincipalOrgID}", []],
  ["the role may be in none", "Null", "aws:ResourceOrgID", "true", ["?public-trust"]],
  ["nobody has said which it is", "StringEquals", "aws:ResourceOrgID", "o-abcdefghij", ["?public-trust"]],
])("%s: %s %s %s", (_, operator, key, value, expected) => {
  expect(verdict({ [operator]: { [key]: value } }).sort()).toEqual(expected);
});
