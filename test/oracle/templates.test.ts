// Templates at random: whatever deployment makes of them, a definite answer stands.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Config } from "../../src/config/config.ts";
import type { ExampleParameter } from "../../src/rules/rule.ts";
import { evaluate } from "./evaluate.ts";
import { configs } from "./policies.ts";
import { reportOn, said, speaksOf, witnessed } from "./reported.ts";
import { accountOf, isPossible, type Policy, type Request } from "./request.ts";
import { DRAWS, PATIENCE, running } from "./runs.ts";
import { type Completion, completed, completions, substituted, type Template, templates, unlike } from "./templates.ts";
import { probes } from "./universe.ts";
import { type Breach, breaches, classOf, namedAccounts, valuesOf } from "./verdicts.ts";

interface Deployed {
  readonly template: Template;
  readonly completion: Completion;
}

const deployments: fc.Arbitrary<Deployed> = templates.chain((template) =>
  completions(template).map((completion) => ({ template, completion })),
);

/** The parameters of the policy that have this account, or this text, as a value. */
function suppliers({ template, completion }: Deployed, wanted: string): string[] {
  const written = JSON.stringify(template.policy);
  return Object.entries(completion.parameters).flatMap(([name, value]) => {
    const isUsed = written.includes(`"Ref":"${name}"`) || written.includes(`\${${name}}`);
    return isUsed && [value].flat().some((text) => text === wanted || accountOf(text) === wanted) ? [name] : [];
  });
}

/** In one world the value is spelled out: a default, or a value that the template lists. */
function isSpelledOut({ default: preset, allowedValues }: ExampleParameter, account: string): boolean {
  return allowedValues !== undefined || (preset ?? "").split(",").includes(account);
}

/** What the rules say of a caller whose account deployment decides, of whatever class he turns out to be (RULES section 1). */
function breachesAtDeployment(policy: Policy, config: Config, request: Request): Breach[] {
  if (["own", "organization"].includes(classOf(policy, config, request))) return [];
  const declared = (config.vendors ?? []).length > 0;
  if (config.tenancy === "single") return declared ? [{ rule: "account-scoped-principal", caller: "" }] : [];
  return breaches(policy, { ...config, vendors: [] }, request).filter(({ rule }) => rule === "external-id-required");
}

function expected(
  deployed: Deployed,
  policy: Policy,
  config: Config,
  request: Request,
): { breach: Breach; callers: string[] }[] {
  const { template, completion } = deployed;
  const account = accountOf(request.principal);
  const literally = namedAccounts(completed(template, { ...completion, parameters: {} }));
  const names = suppliers(deployed, account);
  const open = names.length > 0 && !literally.has(account);
  const decided = open && !names.some((name) => isSpelledOut(template.parameters[name] ?? {}, account));
  const found = decided ? breachesAtDeployment(policy, config, request) : breaches(policy, config, request);
  const wild = suppliers(deployed, "*");
  return found.map((breach) => ({
    breach,
    // Whom deployment names is one of everyone while it has not.
    callers: [breach.caller, ...(decided ? ["*"] : []), ...[...names, ...wild].map((name) => `\${${name}}`)],
  }));
}

describe("a template with parameters", () => {
  test(
    "what any deployment allows, the rules report or cannot tell",
    () => {
      fc.assert(
        fc.property(deployments, configs, fc.integer(), (deployed, config, seed) => {
          const { template, completion } = deployed;
          const lines = said(reportOn(template.policy, config, template.parameters));
          const policy = completed(template, completion);
          for (const { request } of probes(policy, config, seed, DRAWS)) {
            if (evaluate(policy, request) === "denied") continue;
            for (const { breach, callers } of expected(deployed, policy, config, request)) {
              if (callers.some((caller) => speaksOf(lines, { ...breach, caller }, false))) continue;
              expect.fail(`${breach.rule}@${callers}: ${JSON.stringify(policy)} allows ${JSON.stringify(request)}`);
            }
          }
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
          for (const { witness, world, rule } of reportOn(template.policy, config, template.parameters).findings) {
            if (witness === undefined) continue;
            const completion = unlike(template, world ?? {});
            const request = witnessed(JSON.parse(substituted(JSON.stringify(witness), completion)));
            const policy = completed(template, completion);
            // With an id left empty nobody deploys, so that a world need not say what leads there.
            if (valuesOf(policy, "sts:externalid").includes("")) continue;
            const verdict = isPossible(request) ? evaluate(policy, request) : "impossible";
            if (verdict === "allowed") continue;
            expect.fail(
              `${rule}: ${JSON.stringify(policy)} in ${JSON.stringify(world)} ${verdict} ${JSON.stringify(request)}`,
            );
          }
        }),
        running(0.5),
      );
    },
    PATIENCE,
  );
});
