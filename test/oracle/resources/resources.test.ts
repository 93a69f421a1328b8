// Policies of buckets, queues and keys at random: what the rules say of them against what brute force finds.

import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Config } from "../../../src/config/config.ts";
import { PATIENCE, running } from "../runs.ts";
import { breaches, type ResourcePolicy } from "./evaluate.ts";
import { CARRIERS, resourceConfigs, resourcePolicies } from "./policies.ts";

const RULES = ["public-resource", "resource-account-scoped", "resource-undeclared-account"];

function said(service: keyof typeof CARRIERS, policy: ResourcePolicy, settings: Config): string[] {
  const { type, property } = CARRIERS[service];
  const content = JSON.stringify({ Resources: { R: { Type: type, Properties: { [property]: policy } } } });
  const { findings, unknowns } = check({ files: [{ path: "t.json", content }], config: settings });
  const lines = [...findings.map(({ rule }) => rule), ...unknowns.map(({ rule }) => `?${rule}`)];
  return [...new Set(lines.filter((line) => RULES.includes(line.replace("?", ""))))].sort();
}

test(
  "the rules say what brute force finds, and nothing else",
  () => {
    fc.assert(
      fc.property(resourcePolicies, resourceConfigs, ({ service, policy }, settings) => {
        expect(said(service, policy, settings)).toEqual(breaches(policy, settings, CARRIERS[service].unsigned));
      }),
      running(0.5),
    );
  },
  PATIENCE,
);
