// What brute force has against a report on a template with parameters, once deployment has decided them.

import type { Config } from "../../src/config/config.ts";
import type { Report, Request as Shown } from "../../src/findings/report.ts";
import type { ExampleParameter } from "../../src/rules/rule.ts";
import { isPossible } from "./carried.ts";
import { evaluate } from "./evaluate.ts";
import { said, speaksOf, witnessed } from "./reported.ts";
import { accountOf, type Policy, type Request } from "./request.ts";
import { completed, type Deployed, substituted, type Template, unlike } from "./templates.ts";
import { probes } from "./universe.ts";
import { type Breach, breaches, classOf, namedAccounts, valuesOf } from "./verdicts.ts";

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

/** A request that what is deployed may allow, that a rule denies, and of which the report on the template does not speak. */
export function missedAtDeployment(
  deployed: Deployed,
  config: Config,
  report: Report,
  seed: number,
  draws: number,
): string | undefined {
  const lines = said(report);
  const policy = completed(deployed.template, deployed.completion);
  const isPublic = lines.some(({ rule, certain }) => rule === "public-trust" && certain);
  for (const { request } of probes(policy, config, seed, draws)) {
    if (evaluate(policy, request) === "denied") continue;
    for (const { breach, callers } of expected(deployed, policy, config, request)) {
      // Where everyone gets in for certain, whom deployment names among them adds nothing.
      if (isPublic && callers.includes("*")) continue;
      if (callers.some((caller) => speaksOf(lines, { ...breach, caller }, false))) continue;
      return `${breach.rule}@${callers}: ${JSON.stringify(policy)} allows ${JSON.stringify(request)}`;
    }
  }
  return undefined;
}

/** Of a principal that deployment decides whole a witness says no more: if it is an account, whoever in it has what it shows. */
function somebodyOf({ principal, context }: Shown): string {
  const { "aws:PrincipalArn": arn, "aws:username": user, "aws:PrincipalType": type } = context;
  if (/^arn:.*:(role|user)\//.test(String(arn))) return String(arn);
  const name = user === undefined && type !== "User" ? "role/anything" : `user/${user ?? "anything"}`;
  return /^\d{12}$/.test(principal) ? `arn:aws:iam::${principal}:${name}` : principal.replace(/:root$/, `:${name}`);
}

/** A finding whose request is not allowed in the world that it names, deployment deciding the rest as it likes. */
export function refutedAtDeployment(template: Template, { findings }: Report): string | undefined {
  for (const { witness, world, rule } of findings) {
    if (witness === undefined) continue;
    const completion = unlike(template, world ?? {});
    const shown = JSON.parse(substituted(JSON.stringify(witness), completion));
    const request = witnessed({ ...shown, principal: somebodyOf(shown) });
    const policy = completed(template, completion);
    // With an id left empty nobody deploys, so that a world need not say what leads there.
    if (valuesOf(policy, "sts:externalid").includes("")) continue;
    const verdict = isPossible(request) ? evaluate(policy, request) : "impossible";
    if (verdict === "allowed") continue;
    return `${rule}: ${JSON.stringify(policy)} in ${JSON.stringify(world)} ${verdict} ${JSON.stringify(request)}`;
  }
  return undefined;
}
