// Identity policies at random: what the rules about the vendor's side say of them against what brute force finds.

import fc from "fast-check";
import { expect, test } from "vitest";
import { PATIENCE, running } from "../runs.ts";
import { deputyRules } from "./evaluate.ts";
import { identityPolicies } from "./policies.ts";
import { said } from "./reported.ts";

test(
  "the rules say what brute force finds, and nothing else",
  () => {
    fc.assert(
      fc.property(identityPolicies, (policy) => {
        expect(said(policy)).toEqual(deputyRules(policy));
      }),
      running(0.3),
    );
  },
  PATIENCE,
);

test("a star before the last part of an ARN goes beyond the colons in a path", () => {
  const policy = {
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Action: ["sts:AssumeRole"], Resource: ["arn:aws:iam::*:role/Example"] },
      { Effect: "Deny", Action: ["sts:AssumeRole"], NotResource: ["arn:aws:iam::*:user/*"] },
    ],
  };
  // arn:aws:iam::177711112222:role/:user/zz/:role/Example is one that the Deny leaves out.
  expect(deputyRules(policy)).toEqual(["deputy-omits-external-id"]);
  expect(said(policy)).toEqual(["deputy-omits-external-id"]);
  // Without the star nothing is of both forms.
  const closed = JSON.parse(JSON.stringify(policy).replace("*:role", "444455556666:role"));
  expect(said(closed)).toEqual([]);
  expect(deputyRules(closed)).toEqual([]);
});
