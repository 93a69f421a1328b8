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
