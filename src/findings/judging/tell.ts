// One judged policy as a report tells it.

import type { Party } from "../../config/who.ts";
import type { Ruling } from "../../rules/questions/ruling.ts";
import { originKey } from "../../values/value.ts";
import { asFinding, type FindingContext, findingOf, grantOf, resourceOf, unknownOf } from "../finding.ts";
import type { Unknown } from "../report.ts";
import type { JudgedPolicy, PolicyResult, ToldFinding } from "../results.ts";
import { exactly } from "./kept.ts";

export interface TellingTerms extends Pick<FindingContext, "fingerprint" | "once"> {
  /** What cannot be told is a finding. */
  readonly strict: boolean;
}

/** Holds nothing of the policy itself but where it stands. */
export function tell(
  { resource, worlds, secret, rulings, judgement, inlineVendors }: JudgedPolicy,
  { strict, fingerprint, once }: TellingTerms,
  again: PolicyResult["again"],
): PolicyResult {
  const context: FindingContext = { resource, worlds, secret, shown: resourceOf(resource), fingerprint, once };
  const final = strict ? rulings.map((one) => (one.kind === "unknown" ? asFinding(one, resource) : one)) : rulings;
  const statementOf = statements(judgement);
  const findings: ToldFinding[] = [];
  const unknowns: Unknown[] = [];
  for (const ruling of final) {
    if (ruling.kind === "unknown") unknowns.push(unknownOf(ruling, context));
    else findings.push({ finding: findingOf(ruling, context), ...statementOf(ruling) });
  }
  const { grants } = judgement;
  // An identity policy says what is permitted, and lets nobody in.
  const letsIn = !worlds.some(({ result }) => result.policy === "identity");
  return {
    resource,
    secret,
    hasWorlds: worlds.length > 0,
    findings: exactly(findings),
    unknowns: exactly(unknowns),
    grants: exactly(letsIn ? grants.map((judged) => grantOf(judged, final, context)) : []),
    files: once([...new Set(grants.map(({ grant }) => grant.origin.document.source.path))]),
    inlineVerdicts: grants.filter(({ admitted }) => restsOnInput(admitted, inlineVendors)).length,
    again,
  };
}

/** Of a ruling the statement that it is about; thousands of principals may stand in one. */
function statements({ grants }: JudgedPolicy["judgement"]): (ruling: Ruling) => Pick<ToldFinding, "statement"> {
  const all = grants.map(({ key, grant: { origin, statement } }) => ({ key, origin, statement: statement.origin }));
  const byKey = new Map(all.map((one) => [one.key, one]));
  return ({ grant: key = "" }) => {
    const own = byKey.get(key);
    if (own === undefined) return {};
    if (all.length === 1) return { statement: { origin: own.statement, others: noOthers } };
    // Asked of few.
    const isBeside = (one: typeof own) => one !== own && originKey(one.statement) === originKey(own.statement);
    return {
      statement: { origin: own.statement, others: () => all.filter(isBeside).map(({ origin }) => origin) },
    };
  };
}

function noOthers(): readonly [] {
  return [];
}

function restsOnInput(parties: readonly Party[], inlineVendors: readonly string[]): boolean {
  return parties.some(({ tenancyFrom, vendor = "" }) => tenancyFrom === "metadata" || inlineVendors.includes(vendor));
}
