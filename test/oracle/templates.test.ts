// Templates at random: whatever deployment makes of them, a definite answer stands.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { missedAtDeployment, refutedAtDeployment } from "./deployed.ts";
import { configs } from "./policies.ts";
import { reportOn } from "./reported.ts";
import { DRAWS, PATIENCE, running } from "./runs.ts";
import { deployments, templates } from "./templates.ts";

describe("a template with parameters", () => {
  test(
    "what any deployment allows, the rules report or cannot tell",
    () => {
      fc.assert(
        fc.property(deployments, configs, fc.integer(), (deployed, config, seed) => {
          const { policy, parameters } = deployed.template;
          const report = reportOn(policy, config, parameters);
          expect(missedAtDeployment(deployed, config, report, seed, DRAWS)).toBeUndefined();
        }),
        running(0.5),
      );
    },
    PATIENCE,
  );

  test(
    "a finding's request is allowed in the world that it names, whatever else deployment decides",
    () => {
      fc.assert(
        fc.property(templates, configs, (template, config) => {
          const report = reportOn(template.policy, config, template.parameters);
          expect(refutedAtDeployment(template, report)).toBeUndefined();
        }),
        running(0.5),
      );
    },
    PATIENCE,
  );
});
