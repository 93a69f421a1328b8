// Callers of a named account whom deployment names, wherever in his ARN or his unique id its part begins.

import { expect, test } from "vitest";
import { statement, VENDOR, verdict } from "../judged.ts";

test.each([
  ["the whole ARN", "aws:PrincipalArn", "${Value}"],
  ["the ARN from the account on", "aws:PrincipalArn", "arn:aws:iam::${Value}"],
  ["the name of the session in a unique id", "aws:userid", "AROAABCDEFGHIJKLMNOPQ:${Value}"],
  ["the unique id", "aws:userid", "${Value}:alice"],
])("%s", (_, key, value) => {
  const condition = { StringLike: { [key]: { "Fn::Sub": value } } };
  expect(verdict([statement("Allow", VENDOR, condition)])).toEqual(["?external-id-required@444455556666"]);
});
