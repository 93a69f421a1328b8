// Policies at random on tokens, on services and on anyone: what the engine says of them against what brute force finds.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PATIENCE, running } from "../runs.ts";
import { missed, refuted, reportOn } from "./compare.ts";
import { KINDS } from "./kinds.ts";

describe.each(KINDS)("$rule", (kind) => {
  test(
    "what brute force finds allowed is told",
    () => {
      fc.assert(
        fc.property(kind.policies, (policy) => {
          expect(missed(policy, reportOn(policy, kind), kind)).toBeUndefined();
        }),
        running(0.4),
      );
    },
    PATIENCE,
  );

  test(
    "what is told is allowed",
    () => {
      fc.assert(
        fc.property(kind.policies, (policy) => {
          const report = reportOn(policy, kind);
          expect(refuted(policy, report, kind)).toBeUndefined();
        }),
        running(0.4),
      );
    },
    PATIENCE,
  );
});
