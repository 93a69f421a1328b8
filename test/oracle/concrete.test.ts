// Policies at random: what the engine says of them against what brute force finds.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { missed, refuted } from "./compare.ts";
import { isDefined } from "./defined.ts";
import { configs, policies } from "./policies.ts";
import { reportOn, summary, wholeReportOn } from "./reported.ts";
import { asJson } from "./request.ts";
import { DRAWS, PATIENCE, running } from "./runs.ts";

describe("a policy without parameters", () => {
  test(
    "what brute force finds allowed, the rules report: as a finding where anyone can send it",
    () => {
      fc.assert(
        fc.property(policies, configs, fc.integer(), (policy, config, seed) => {
          expect(missed(policy, config, reportOn(asJson(policy), config), seed, DRAWS)).toBeUndefined();
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
          expect(refuted(policy, config, reportOn(asJson(policy), config))).toBeUndefined();
        }),
        running(1),
      );
    },
    PATIENCE,
  );

  test(
    "where AWS defines every answer and nothing depends on network, time or a stranger's word, nothing is unknown but for want of steps",
    () => {
      fc.assert(
        fc.property(policies, configs, (policy, config) => {
          fc.pre(isDefined(policy, config));
          expect(summary(wholeReportOn(asJson(policy), config)).filter((line) => line.startsWith("?"))).toEqual([]);
        }),
        running(0.5),
      );
    },
    PATIENCE,
  );
});
