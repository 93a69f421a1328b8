// Policies at random: what the engine says of them against what brute force finds.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDefined } from "./defined.ts";
import { evaluate } from "./evaluate.ts";
import { configs, policies } from "./policies.ts";
import { contradictions, isHeart, reportOn, said, speaksOf, summary, witnessed } from "./reported.ts";
import { asJson, isPossible } from "./request.ts";
import { DRAWS, PATIENCE, running } from "./runs.ts";
import { probes } from "./universe.ts";
import { breaches } from "./verdicts.ts";

describe("a policy without parameters", () => {
  test(
    "what brute force finds allowed, the rules report: as a finding where anyone can send it",
    () => {
      fc.assert(
        fc.property(policies, configs, fc.integer(), (policy, config, seed) => {
          const lines = said(reportOn(asJson(policy), config));
          for (const { request, certain } of probes(policy, config, seed, DRAWS)) {
            const verdict = evaluate(policy, request);
            if (verdict === "denied") continue;
            for (const breach of breaches(policy, config, request)) {
              if (speaksOf(lines, breach, certain && verdict === "allowed")) continue;
              expect.fail(`${verdict}, certain ${certain}: ${breach.rule}@${breach.caller} ${JSON.stringify(request)}`);
            }
          }
        }),
        running(1),
      );
    },
    PATIENCE,
  );

  test(
    "every finding's request can be sent, is allowed, and is one that the rule denies",
    () => {
      fc.assert(
        fc.property(policies, configs, (policy, config) => {
          for (const { rule, witness } of reportOn(asJson(policy), config).findings.filter(isHeart)) {
            if (witness === undefined) expect.fail(`${rule} without a witness`);
            const request = witnessed(witness);
            expect(contradictions(witness, request), JSON.stringify(witness)).toEqual([]);
            expect(isPossible(request), JSON.stringify(witness)).toBe(true);
            expect(evaluate(policy, request), JSON.stringify(witness)).toBe("allowed");
            expect(breaches(policy, config, request).map((breach) => breach.rule)).toContain(rule);
          }
        }),
        running(1),
      );
    },
    PATIENCE,
  );

  test(
    "where AWS defines every answer and nothing depends on network, time or a stranger's word, nothing is unknown",
    () => {
      fc.assert(
        fc.property(policies, configs, (policy, config) => {
          fc.pre(isDefined(policy, config));
          expect(summary(reportOn(asJson(policy), config)).filter((line) => line.startsWith("?"))).toEqual([]);
        }),
        running(0.5),
      );
    },
    PATIENCE,
  );
});
