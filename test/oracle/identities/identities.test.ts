// Identity policies at random: what the rules about the vendor's side say of them against what brute force finds.

import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Config } from "../../../src/config/config.ts";
import { PATIENCE, running } from "../runs.ts";
import { deputyRules, type IdentityPolicy } from "./evaluate.ts";
import { identityPolicies } from "./policies.ts";

const CONFIG: Config = {
  audience: "customers",
  accounts: { own: ["999988887777"], organization: ["222233334444"] },
  vendors: [{ name: "Single", tenancy: "single", accounts: ["111122223333"] }],
};

function said(PolicyDocument: IdentityPolicy): string[] {
  const content = JSON.stringify({
    Resources: { R: { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument } } },
  });
  const { findings, unknowns, errors } = check({ files: [{ path: "t.json", content }], config: CONFIG });
  expect(errors).toEqual([]);
  return [...new Set([...findings.map(({ rule }) => rule), ...unknowns.map(({ rule }) => `?${rule}`)])].sort();
}

test(
  "the rules say what brute force finds, and nothing else",
  () => {
    fc.assert(
      fc.property(identityPolicies, (policy) => {
        expect(said(policy)).toEqual(deputyRules(policy));
      }),
      running(0.5),
    );
  },
  PATIENCE,
);
