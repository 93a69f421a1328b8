// What brute force has against a report on a policy without parameters: a request that it does not speak of, or a finding that is none.

import type { Config } from "../../src/config/config.ts";
import type { Report } from "../../src/findings/report.ts";

import { partitionsOf } from "./candidates.ts";
import { isPossible } from "./carried.ts";
import { evaluate } from "./evaluate.ts";
import { contradictions, isHeart, isWhole, said, speaksOf, witnessed } from "./reported.ts";
import { list, OWN, type Policy, partitionOf } from "./request.ts";

import { probes } from "./universe.ts";
import { breaches } from "./verdicts.ts";

/** Whoever is let in, is let in by it. */
function hasOneGrant({ Statement }: Policy): boolean {
  const [allow, ...more] = Statement.filter(({ Effect }) => Effect === "Allow");
  return more.length === 0 && typeof allow?.Principal === "object" && list(allow.Principal.AWS).length === 1;
}

/**
 * A request that a rule denies, that the policy may allow, and that the report does not speak of: as a finding where anyone
 * can send it, unless the engine says that it has not looked at every request.
 */
export function missed(
  policy: Policy,
  config: Config,
  report: Report,
  seed: number,
  draws: number,
): string | undefined {
  const lines = said(report);
  const whole = isWhole(report);
  const isCalledDead = hasOneGrant(policy) && report.findings.some(({ rule }) => rule === "dead-grant");
  for (const { request, certain } of probes(policy, config, seed, draws)) {
    const verdict = evaluate(policy, request);
    if (verdict === "denied") continue;
    if (verdict === "allowed" && isCalledDead) return `no dead grant: ${JSON.stringify(request)}`;
    const breach = breaches(policy, config, request).find(
      (one) => !speaksOf(lines, one, whole && certain && verdict === "allowed"),
    );
    if (breach === undefined) continue;
    return `${verdict}, certain ${certain}: ${breach.rule}@${breach.caller} ${JSON.stringify(request)}`;
  }
  return undefined;
}

/** A finding whose request cannot be sent, is not allowed, or is none that its rule denies. */
export function refuted(policy: Policy, config: Config, { findings }: Report): string | undefined {
  for (const { rule, witness: shown } of findings.filter(isHeart)) {
    if (shown === undefined) return `${rule} without a witness`;
    const witness = JSON.parse(JSON.stringify(shown).replaceAll("${own organization}", OWN.organization));
    const request = witnessed(witness);
    const wrong = contradictions(witness, request);
    const isSent = isPossible(request) && partitionsOf(policy).includes(partitionOf(request.principal));
    const verdict = isSent ? evaluate(policy, request) : "impossible";
    const isBreach = breaches(policy, config, request).some((breach) => breach.rule === rule);
    if (wrong.length === 0 && verdict === "allowed" && isBreach) continue;
    return `${rule}: ${verdict}, breach ${isBreach}, contradicts ${wrong.join()} ${JSON.stringify(witness)}`;
  }
  return undefined;
}
